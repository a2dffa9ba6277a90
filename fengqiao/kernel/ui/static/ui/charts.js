// Draws every chart of the page from the JSON block that bears its name; SVG, so that it prints sharp.
async function draw(holder) {
  const option = JSON.parse(document.getElementById(holder.dataset.chart).textContent);
  if (holder.dataset.map) {
    echarts.registerMap("map", await (await fetch(holder.dataset.map)).json());
  }
  const chart = echarts.init(holder, null, { renderer: "svg" });
  chart.setOption({ animation: false, ...option });
  chart.on("click", (point) => {
    if (point.data && point.data.url) window.location.assign(point.data.url);
  });
  new ResizeObserver(() => chart.resize()).observe(holder);
}

document.querySelectorAll("[data-chart]").forEach(draw);
