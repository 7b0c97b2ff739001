'use strict'
// Old syntax on purpose: this file must be read by a Node that is too old, so that it can say so.

var OLDEST = 20

/** Null, or the sentence for a Node that is too old; `version` as in process.version. */
function tooOldSentence(version) {
  if (Number(/^v?(\d+)/.exec(version)[1]) >= OLDEST) return null
  return 'Node ' + version + ' 太旧：安赔需要 Node ' + OLDEST + ' 或更新的版本，请从 https://nodejs.org 安装后再试。' +
    ' [Node ' + version + ' is too old: Anpei needs Node ' + OLDEST + ' or newer,' +
    ' install it from https://nodejs.org and try again.]'
}

module.exports = { tooOldSentence: tooOldSentence }
