// Draws every chart of the page from the JSON block that bears its name; SVG, so that it prints sharp.
const HOUSE = {
  animation: false,
  color: ["#5b6b7f", "#9f2a1f", "#c9a227", "#3f7d58", "#7a5c8e", "#a8b3bf"],
};
const GRID = { left: 8, right: 24, top: 32, bottom: 8, containLabel: true };
const MAP_LABEL = { color: "#1d2530", textBorderColor: "#fff", textBorderWidth: 2 };

function furnished(option) {
  const series = (option.series || []).map((one) =>
    one.type === "map" ? { ...one, label: { ...MAP_LABEL, ...one.label } } : one
  );
  // Without words of its own a tooltip is HTML with inline styles, which the policy forbids.
  const tooltip = option.tooltip && { formatter: "{b} {c}", confine: true, ...option.tooltip };
  const textStyle = { fontFamily: getComputedStyle(document.body).fontFamily };
  const grid = option.xAxis && { ...GRID, ...option.grid };
  return { ...HOUSE, textStyle, ...option, series, tooltip, grid };
}

function begin(holder, option) {
  const chart = echarts.init(holder, null, { renderer: "svg" });
  chart.setOption(option);
  chart.on("click", (point) => {
    if (point.data && point.data.url) window.location.assign(point.data.url);
  });
  return chart;
}

async function draw(holder) {
  const option = furnished(JSON.parse(document.getElementById(holder.dataset.chart).textContent));
  if (holder.dataset.map) {
    echarts.registerMap("map", await (await fetch(holder.dataset.map)).json());
  }
  let chart;
  new ResizeObserver(() => {
    if (!holder.clientWidth || !holder.clientHeight) return; // a map cannot be scaled to nothing
    if (chart) chart.resize();
    else chart = begin(holder, option);
  }).observe(holder);
}

document.querySelectorAll("[data-chart]").forEach(draw);
