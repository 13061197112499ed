#include "chart/stylesheet.h"

namespace primum::chart {

std::string_view stylesheet() {
    return R"css(.pr-chart { margin: 0 0 32px; }
.pr-wide, .pr-narrow { display: block; width: 100%; height: auto; }
.pr-wide { max-width: 880px; }
.pr-narrow { display: none; max-width: 480px; }
.pr-icon, .pr-sparkline, .pr-swatch { flex: none; vertical-align: middle; }
.pr-key { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 0 0 12px; padding: 0; list-style: none; }
.pr-key li { display: flex; align-items: center; gap: 8px; margin: 0; }

@media (max-width: 40em) {
  .pr-wide { display: none; }
  .pr-narrow { display: block; }
}

@media print {
  .pr-chart { break-inside: avoid; }
  .pr-wide { display: block; }
  .pr-narrow { display: none; }
  .pr-wide, .pr-icon, .pr-sparkline, .pr-swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}

@media (forced-colors: active) {
  .pr-wide text, .pr-narrow text { fill: CanvasText; }
  .pr-data, .pr-centre, .pr-limit, .pr-axis { stroke: CanvasText; }
  .pr-grid, .pr-note { stroke: GrayText; stroke-opacity: 0.5; }
  .pr-target { stroke: Highlight; }
  .pr-common, .pr-sum { fill: CanvasText; stroke: Canvas; }
  .pr-improvement, .pr-concern, .pr-neutral { fill: Highlight; stroke: Canvas; }
  .pr-excluded { fill: Canvas; stroke: CanvasText; }
  .pr-vital { fill: CanvasText; }
  .pr-bar, .pr-band { fill: Canvas; stroke: GrayText; }
  .pr-ring { fill: Canvas; }
  .pr-sign { stroke: CanvasText; }
}
)css";
}

}  // namespace primum::chart
