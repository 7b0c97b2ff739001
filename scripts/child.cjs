'use strict'
/**
 * One child at a time, which never outlives us: signals go down to it, and when npm that started us is gone it is asked
 * to end. `group`: the child leads a group of its own and everything it started is asked too.
 */
const { spawn } = require('node:child_process')
const { readFileSync } = require('node:fs')
const { constants } = require('node:os')

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']
const PATIENCE_MS = 10_000

/** → { status, asked }: the exit code as a shell tells it, and the signal we were asked to end with, if any. */
function runChild(file, args, options, group, onStart = () => undefined) {
  const detached = group && process.platform !== 'win32'
  const child = spawn(file, args, { ...options, detached })
  let asked
  const pass = (signal) => {
    asked ??= signal
    // What a shell put into the background does not hear SIGINT.
    send(child, detached ? 'SIGTERM' : signal, detached)
    if (detached) setTimeout(() => send(child, 'SIGKILL', true), PATIENCE_MS).unref()
  }
  const handlers = SIGNALS.map((signal) => [signal, () => {
    // Ctrl-C in a terminal reaches a child of our own group by itself.
    if (detached || signal !== 'SIGINT' || !process.stdin.isTTY) pass(signal)
  }])
  for (const [signal, handler] of handlers) process.on(signal, handler)
  const watch = endWithNpm(() => pass('SIGTERM'))
  onStart(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const [name, handler] of handlers) process.off(name, handler)
      clearInterval(watch)
      if (detached && asked) send(child, 'SIGKILL', true)
      resolve({ status: signal ? 128 + (constants.signals[signal] || 0) : code, asked })
    })
  })
}

function send(child, signal, detached) {
  try {
    if (detached && child.pid) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** Started by npm, end with it: killed, it would leave us behind. */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined
  const before = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(timer)
    end()
  }, 500)
  return timer.unref()
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

/** The exit code of who was asked to end by a signal. */
function exitCodeOf(signal) {
  return 128 + (constants.signals[signal] || 0)
}

module.exports = { runChild, exitCodeOf }
