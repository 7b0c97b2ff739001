'use strict'
/** Runs a verb on the project's own Node: signals go down, the exit code comes up, no child outlives its launcher. */
const { delimiter, join, resolve } = require('node:path')
const { pathToFileURL } = require('node:url')
const { exitCodeOf, runChild } = require('./child.cjs')
const { ensureInstalled, ownNode } = require('./install.cjs')
const { commandOf, verbs } = require('./verbs.cjs')

const root = resolve(__dirname, '..')

async function launch(verb, args) {
  const command = commandOf(verb, args)
  if (!command) {
    console.error(`没有“${verb}”这个命令，可用的有：${verbs.join('、')} [Unknown command “${verb}”, known are: ${verbs.join(', ')}]`)
    process.exit(2)
  }
  await ensureInstalled(root)
  const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) }
  // What Node makes of a thousand files of TypeScript is kept: a second start costs half the processor time.
  env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || join(root, 'node_modules/.cache/compiled')
  if (command.browser) env.CHROMIUM_PATH = await chromium(env)
  await run(command.run, env)
}

async function run(args, env) {
  const preload = pathToFileURL(join(__dirname, 'end-with-launcher.mjs')).href
  try {
    // The channel carries no message: that it closes tells the child of the launcher's end, even by kill -9.
    const { status } = await runChild(ownNode(root), ['--import', preload, ...args], {
      cwd: root, env: { ...env, ANPEI_LAUNCHER: String(process.pid) }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    }, false)
    process.exit(status)
  } catch (error) {
    console.error(`无法启动项目自带的 Node（${error.code}）。 [The project’s own Node does not start (${error.code}).]`)
    process.exit(1)
  }
}

async function chromium(env) {
  let path = ''
  const { status, asked } = await runChild(ownNode(root), ['packages/tools/src/chromium/main.ts'], {
    cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'],
  }, true, (child) => child.stdout.on('data', (chunk) => { path += chunk }))
  if (asked) process.exit(exitCodeOf(asked))
  if (status !== 0) process.exit(1)
  return path.trim()
}

module.exports = { launch, run }
