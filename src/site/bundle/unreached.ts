/**
 * What Chart.js can do and no chart here reaches, with the options of src/chart/config.ts, src/client/engine.ts and
 * src/drawing/record.ts: methods (`Class.method another`), or a statement by its first line (`Class.method: statement`, `function: statement`).
 * What is only used there falls to the bundler.
 */
export interface Unreached {
  readonly [why: string]: readonly string[];
}

/** A statement that stands once in Chart.js, and what stands there instead. */
export type Instead = readonly [statement: string, instead: string, why: string];

/** Of `chart.js` itself. */
export const chart: Unreached = {
  "nothing is animated": [
    "Chart: animator.listen(this, 'complete', onAnimationsComplete);",
    "Chart: animator.listen(this, 'progress', onAnimationProgress);",
    "Chart.update: if (!animsDisabled) {",
    "Chart._stop: this.stop();",
    "Chart._stop: animator.remove(this);",
    "Chart.stop reset _resetElements",
    "Config.datasetAnimationScopeKeys",
    "DatasetController.reset _resolveAnimations",
    "DatasetController._insertElements: if (resetNewElements) {",
    "DatasetController._removeElements",
    "BarController: animations: {",
    "Element.hasValue",
    "LineController.updateElements: if (!directUpdate) {",
  ],
  "pointer and keys are read by our own code": [
    "Chart.update: if (_lastEvent) {",
    "Chart.update: this._checkEventBindings();",
    "Chart.bindEvents: this.bindUserEvents();",
    "Chart.destroy: this.unbindEvents();",
    "Chart._checkEventBindings bindUserEvents unbindEvents _eventHandler _handleEvent _getActiveElements",
    "Chart.getActiveElements setActiveElements getElementsAtEventForMode isPointInArea updateHoverStyle",
    "Chart._updateHoverStyles",
    "BasePlatform.addEventListener removeEventListener",
    "DatasetController.getLabelAndValue getStyle _setStyle setHoverStyle removeHoverStyle _setDatasetHoverStyle",
    "DatasetController._removeDatasetHoverStyle",
    "BarController.getLabelAndValue",
    "Element.tooltipPosition",
    "LineElement.interpolate",
    "BarElement.inRange inXRange inYRange getCenterPoint getRange",
    "PointElement.inRange inXRange inYRange getCenterPoint getRange",
  ],
  "a picture has one size, and another takes its place": [
    "Chart: this._doResize = debounce((mode)=>this.update(mode), options.resizeDelay || 0);",
    "Chart._initialize: if (this.options.responsive) {",
    "Chart.bindEvents: if (this.options.responsive) {",
    "Chart.resize _resize bindResponsiveEvents",
    "Chart.destroy: clearCanvas(canvas, ctx);",
    "BasePlatform.getMaximumSize isAttached",
  ],
  "and so do other data": [
    "Chart: if (existingChart) {",
    "Chart._updateMetasets: if (numMeta > numData) {",
    "Chart._removeUnreferencedMetasets: if (metasets.length > datasets.length) {",
    "Chart.update: this._updateHiddenIndices();",
    "Chart._updateHiddenIndices _getUniformDataChanges",
    "Chart.buildOrUpdateControllers: if (meta.type && meta.type !== type) {",
    "Chart.buildOrUpdateControllers: if (meta.controller) {",
    "Chart.setDatasetVisibility toggleDataVisibility _updateVisibility hide show getVisibleDatasetCount toBase64Image",
    "Chart.unregister",
    "TypedRegistry.unregister",
    "Registry.remove addControllers addElements addPlugins addScales removeControllers removeElements removePlugins",
    "Registry.removeScales",
    "DatasetController.updateIndex",
    "DatasetController._dataCheck: if (isObject(data)) {",
    "DatasetController._dataCheck: if (_data) {",
    "DatasetController._dataCheck: if (data && Object.isExtensible(data)) {",
    "DatasetController._destroy: if (this._data) {",
    "DatasetController._sync _onDataPush _onDataPop _onDataShift _onDataSplice _onDataUnshift",
    "DatasetController._resyncElements: for (const [method, arg1, arg2] of this._syncList){",
  ],
  "figures come as points": [
    "DatasetController.parsePrimitiveData parseArrayData parseObjectData",
    "BarController.parsePrimitiveData parseArrayData parseObjectData updateRangeFromParsed",
  ],
  "the ends of axes are decided before": [
    "DatasetController.getMinMax updateRangeFromParsed _getOtherScale",
    "Scale.getMinMax: const metas = this.getMatchingVisibleMetas();",
    "Scale.getMinMax: for(let i = 0, ilen = metas.length; i < ilen; ++i){",
    "Scale.update: this._range = _addGrace(this, grace, beginAtZero);",
    "BarController: static overrides = {",
    "LineController: static overrides = {",
  ],
  "room around the plot is decided before": [
    "DatasetController.getMaxOverflow",
    "BarController.getMaxOverflow",
    "LineController.getMaxOverflow",
    "PointElement.size",
  ],
  "nothing is stacked, and no figure filled": [
    "DatasetController.initialize: if (this.options.fill && !this.chart.isPluginEnabled('filler')) {",
    "DatasetController.buildOrUpdateElements: if (meta.stack !== dataset.stack) {",
    "DatasetController.buildOrUpdateElements: if (stackChanged || oldStacked !== meta._stacked) {",
    "DatasetController.parse: if (_stacked) {",
    "DatasetController._destroy: if (meta._stacked) {",
    "DatasetController.applyStack",
    "Chart.isPluginEnabled",
  ],
  "bars have no ends of their own, no border and no least length": [
    "BarController._calculateBarValuePixels: if (floating) {",
    "BarController._calculateBarValuePixels: if (Math.abs(size) < minBarLength) {",
    "BarElement.draw: if (outer.w !== inner.w || outer.h !== inner.h) {",
  ],
  "lines are straight or in steps, and have one style": [
    "getLineMethod: if (options.tension || options.cubicInterpolationMode === 'monotone') {",
    "LineController.draw",
    "LineController.updateElements: if (segment) {",
    "LineElement.updateControlPoints first last path pathSegment",
  ],
  "a picture is drawn once, and what a browser keeps in a path of its own no recorder can read": [
    "draw: if (usePath2D && !line.options.segment) {",
  ],
  "a picture is set up and drawn in parts": [
    "Chart: if (this.attached) {",
    "Chart.update: this.render();",
    "Chart.render draw _drawDatasets _drawDataset clear",
  ],
  "ticks, their labels, lines and titles are drawn by layers": [
    "Scale.update: const sampleSize = tickOpts.sampleSize;",
    "Scale.update: const samplingEnabled = sampleSize < this.ticks.length;",
    "Scale.update: this._convertTicksToLabels(samplingEnabled ? sample(this.ticks, sampleSize) : this.ticks);",
    "Scale.update: this.beforeCalculateLabelRotation();",
    "Scale.update: this.calculateLabelRotation();",
    "Scale.update: this.afterCalculateLabelRotation();",
    "Scale.update: if (tickOpts.display && (tickOpts.autoSkip || tickOpts.source === 'auto')) {",
    "Scale.update: if (samplingEnabled) {",
    "Scale.fit: if (display) {",
    "Scale.getContext: if (index >= 0 && index < ticks.length) {",
    "Scale.getTicks getLabels getLabelItems beforeTickToLabelConversion generateTickLabels afterTickToLabelConversion",
    "Scale.beforeCalculateLabelRotation calculateLabelRotation afterCalculateLabelRotation afterAutoSkip",
    "Scale._calculatePadding isFullSize _convertTicksToLabels _getLabelSizes _computeLabelSizes getLabelForValue",
    "Scale.getPixelForTick _tickSize _computeGridLineItems _computeLabelItems _getXAxisLabelAlignment",
    "Scale._getYAxisLabelAlignment _computeLabelArea drawBackground drawGrid drawBorder drawLabels drawTitle draw",
    "Scale._layers",
    "Chart._updateLayout: this._layers.push(...box._layers());",
    "Scale._resolveTickFontOptions _maxDigits",
    "LinearScaleBase.getTickLimit computeTickLimit buildTicks getLabelForValue",
    "LinearScale: static defaults = {",
    "LinearScale.computeTickLimit",
    "LogarithmicScale: static defaults = {",
    "LogarithmicScale.buildTicks getLabelForValue",
  ],
  "options are values, and the same for all points": [
    "Config.resolveNamedOptions: if (needContext(resolver, names)) {",
    "DatasetController.getContext: if (index >= 0 && index < this._cachedMeta.data.length) {",
  ],
};

/** What stands in `chart.js` instead of statements that it asks for. */
export const chartInstead: readonly Instead[] = [
  ["config.platform || _detectPlatform(initialCanvas)", "config.platform", "the platform is always named"],
  ["drawPoint(ctx, options, this.x, this.y);", "", "points have no radius; markers are drawn by a layer"],
  [
    "this._resolveAnimations(index, mode).update(element, properties);",
    "Object.assign(element, properties);",
    "nothing is animated",
  ],
  [
    "this._resolveAnimations(undefined, mode).update(sharedOptions, newOptions);",
    "Object.assign(sharedOptions, newOptions);",
    "nothing is animated",
  ],
  ["minPadding = Math.max(+controller.getMaxOverflow(), minPadding);", "", "room around the plot is decided before"],
  [
    "valueOrDefault(this.options.clip, defaultClip(meta.xScale, meta.yScale, this.getMaxOverflow()))",
    "this.options.clip",
    "room around the plot is decided before",
  ],
  ["setBorderSkipped(properties, options, stack, index);", "", "bars have no border"],
  ["parseBorderWidth(bar, width / 2, height / 2)", "{ t: 0, r: 0, b: 0, l: 0 }", "bars have no border"],
  ["parseBorderRadius(bar, width / 2, height / 2)", "{}", "bars have no radius"],
  [
    "options.barThickness === 'flex' ? computeFlexCategoryTraits(index, ruler, options, stackCount * axisCount) : ",
    "",
    "bars are as wide as their place",
  ],
  ["hasRadius(outer.radius) ? addRoundedRectPath : addNormalRectPath", "addNormalRectPath", "bars have no radius"],
];

/** Of what `chart.js` shares with plugins. */
export const helpers: Unreached = {
  "pointer and keys are read by our own code": [
    "Defaults: this.hoverBackgroundColor = (ctx, options)=>getHoverColor(options.backgroundColor);",
    "Defaults: this.hoverBorderColor = (ctx, options)=>getHoverColor(options.borderColor);",
    "Defaults: this.hoverColor = (ctx, options)=>getHoverColor(options.color);",
  ],
  "ticks, their labels, lines and titles are drawn by layers": [
    "applyScaleDefaults: grid: {",
    "applyScaleDefaults: border: {",
    "applyScaleDefaults: title: {",
    "applyScaleDefaults: ticks: {",
    "applyScaleDefaults: defaults.route('scale.ticks', 'color', '', 'color');",
    "applyScaleDefaults: defaults.route('scale.grid', 'color', '', 'borderColor');",
    "applyScaleDefaults: defaults.route('scale.border', 'color', '', 'borderColor');",
    "applyScaleDefaults: defaults.route('scale.title', 'color', '', 'color');",
    "applyScaleDefaults: defaults.describe('scale.ticks', {",
  ],
  "options are values, and the same for all points": [
    "_resolveWithContext: if (isFunction(value) && descriptors.isScriptable(prop)) {",
    "_resolveWithContext: if (isArray(value) && value.length) {",
    "splitByStyles: return doSplitByStyles(line, segments, points, segmentOptions);",
  ],
};

/** What stands in the helpers instead. */
export const helpersInstead: readonly Instead[] = [
  ["    applyAnimationsDefaults,\n", "", "nothing is animated"],
  ["requestAnimFrame = function() {", "requestAnimFrame = /* @__PURE__ */ function() {", "a bundler may leave it out"],
  [
    "supportsEventListenerOptions = function() {",
    "supportsEventListenerOptions = /* @__PURE__ */ function() {",
    "a bundler may leave it out",
  ],
];
