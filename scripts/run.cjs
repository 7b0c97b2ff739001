'use strict'
// The door of every command: `node scripts/run.cjs <verb> [arguments]`. Old syntax here, so that a Node that is too old
// can still read it and say so; everything else runs on the project's own Node.

var sentence = require('./node-version.cjs').tooOldSentence(process.version)
if (sentence) {
  console.error(sentence)
  process.exit(1)
}
require('./launch.cjs').launch(process.argv[2], process.argv.slice(3))
