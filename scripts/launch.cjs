'use strict'
/** Runs a verb on the project's own Node: signals go down, the exit code comes up, no child outlives its launcher. */
const { spawn, spawnSync } = require('node:child_process')
const { readFileSync } = require('node:fs')
const { delimiter, join, resolve } = require('node:path')
const { constants } = require('node:os')
const { pathToFileURL } = require('node:url')
const { ensureInstalled, ownNode } = require('./install.cjs')
const { commandOf, verbs } = require('./verbs.cjs')

const root = resolve(__dirname, '..')

function launch(verb, args) {
  const command = commandOf(verb, args)
  if (!command) {
    console.error(`没有“${verb}”这个命令，可用的有：${verbs.join('、')} [Unknown command “${verb}”, known are: ${verbs.join(', ')}]`)
    process.exit(2)
  }
  ensureInstalled(root)
  const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) }
  if (command.browser) env.CHROMIUM_PATH = chromium(env)
  run(command.run, env)
}

function run(args, env) {
  const preload = pathToFileURL(join(__dirname, 'end-with-launcher.mjs')).href
  // The channel carries no message: that it closes tells the child of the launcher's end, even by kill -9.
  const child = spawn(ownNode(root), ['--import', preload, ...args], {
    cwd: root, env: { ...env, ANPEI_LAUNCHER: String(process.pid) }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Ctrl-C in a terminal reaches the child by itself.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  endWithNpm(child)
  child.on('error', (error) => {
    console.error(`无法启动项目自带的 Node（${error.code}）。 [The project’s own Node does not start (${error.code}).]`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] || 0) : code))
}

/** Started by npm, end with it: killed, it would leave us behind. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const before = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(timer)
    child.kill('SIGTERM')
  }, 500)
  timer.unref()
}

/** Our parent, and where that is the shell that npm puts between, npm itself. */
function ancestors() {
  if (process.platform !== 'linux') return String(process.ppid)
  try {
    const between = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').includes('scripts/run.cjs')
    const npm = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8'))
    return between && npm ? `${process.ppid} ${npm[1]}` : String(process.ppid)
  } catch {
    return 'gone'
  }
}

function chromium(env) {
  const found = spawnSync(ownNode(root), ['packages/tools/src/chromium/main.ts'], {
    cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8',
  })
  if (found.status !== 0) process.exit(1)
  return found.stdout.trim()
}

module.exports = { launch, run }
