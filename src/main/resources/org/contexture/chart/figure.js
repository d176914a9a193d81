(function () {
  // A box of this figure that no script has taken: a notebook may show the same figure twice, and ids would clash.
  var boxes = document.querySelectorAll('[data-figure="$ID"]:not([data-taken])');
  if (!boxes.length) return;
  var box = boxes[0];
  box.setAttribute('data-taken', 'yes');

  // Defaults that can be read on light and dark pages; what a figure sets itself stays.
  function themed(layout) {
    var axis = {gridcolor: 'rgba(128,128,128,0.3)', zerolinecolor: 'rgba(128,128,128,0.6)', automargin: true};
    var ink = getComputedStyle(box).color, none = 'rgba(0,0,0,0)';
    var defaults = {paper_bgcolor: none, plot_bgcolor: none, font: {color: ink}, xaxis: axis, yaxis: axis,
      legend: {bgcolor: none}, modebar: {bgcolor: none, color: 'rgba(128,128,128,0.6)', activecolor: ink}};
    layout = Object.assign({}, layout);
    if (!layout.template) layout.template = {layout: defaults};
    return layout;
  }

  function draw() {
    if (!window.Plotly) return false;
    box.textContent = '';
    var plotly = Object.create(window.Plotly);
    plotly.newPlot = function (target, data, layout, config) {
      return window.Plotly.newPlot(target, data, themed(layout), Object.assign({displaylogo: false, responsive: true}, config));
    };
    var page = {getElementById: function (id) { return id === '$TARGET' ? box : document.getElementById(id); }};
    (function (Plotly, document) {
$CODE
    })(plotly, page);
    return true;
  }

  if (!draw()) {
    var note = document.createElement('p');
    note.textContent = 'Plotly is not in this page, so this chart cannot be drawn yet. Run the notebook\'s first chart again,'
      + ' or a cell with  new org.contexture.chart.PlotlyLibrary()';
    box.append(note);
    var wait = setInterval(function () { if (!box.isConnected || draw()) clearInterval(wait); }, 250);
  }
})();
