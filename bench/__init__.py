"""What the speed claims are measured with; `script/fengqiao bench NAME` runs one of them."""
