"""枫桥 fengqiao: the daily work system of a judicial office, and the proof drawn from it."""
