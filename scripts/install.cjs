'use strict'
/** Installs what package-lock.json names, where it is missing. Speaks on stderr: stdout belongs to the verbs. */
const { createHash } = require('node:crypto')
const { existsSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { delimiter, join } = require('node:path')
const { exitCodeOf, runChild } = require('./child.cjs')

const LOCK_WAIT_MS = 900_000

async function ensureInstalled(root) {
  if (isInstalled(root)) return
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const lock = join(tmpdir(), `anpei-install-${hash}`)
  takeLock(lock)
  let fault
  try {
    if (!isInstalled(root)) fault = await install(root, lock)
  } finally {
    rmSync(lock, { force: true })
  }
  if (fault?.asked) process.exit(exitCodeOf(fault.asked))
  if (fault) fail(fault.sentence)
}

/** npm leaves a list of what it installed: the packages of the lock file, without optional ones of other machines. */
function isInstalled(root) {
  const list = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(list) || !existsSync(ownNode(root))) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(list, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => {
    const there = found[path]
    if (!path.startsWith('node_modules/')) return true
    return there ? there.version === entry.version : Boolean(entry.optional || entry.devOptional)
  })
}

/** Null, or why nothing can be run: a sentence, or that we were asked to end. */
async function install(root, lock) {
  say('正在安装依赖，约需一分钟…… [Installing dependencies, about a minute …]')
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // Not with the Node inside node_modules, which npm is about to remove.
  const folders = (process.env.PATH || '').split(delimiter).filter((entry) => !entry.includes('node_modules'))
  const env = { ...process.env, PATH: folders.join(delimiter), NODE_ENV: '' }
  // Killed (kill -9), we leave npm at work: the lock stands for as long as it is.
  const holdLock = (npm) => { if (npm.pid) writeFileSync(lock, String(npm.pid)) }
  const { status, asked } = await runChild(
    'npm', args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }, true, holdLock,
  ).catch(() => ({ status: 1 }))
  if (asked) return { asked }
  if (status !== 0) {
    return { sentence: '依赖没有装上（原因见上）：请检查网络和磁盘空间后再试。'
      + ' [The dependencies could not be installed (see above): check the network and the disk, then try again.]' }
  }
  if (!existsSync(ownNode(root))) {
    return { sentence: '项目自带的 Node 没有装上，因为 npm 被禁止运行安装脚本：请执行 npm ci --ignore-scripts=false。'
      + ' [The project’s own Node is missing because npm may not run install scripts:'
      + ' run npm ci --ignore-scripts=false.]' }
  }
  return null
}

/** Waits for another command that is installing just now. */
function takeLock(lock) {
  const began = Date.now()
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') fail(`无法写入 ${lock}（${error.code}）。 [Cannot write ${lock} (${error.code}).]`)
    }
    if (!isAlive(lock)) {
      rmSync(lock, { force: true })
      continue
    }
    if (!told) say('另一个命令正在安装依赖，请稍候…… [Another command is installing the dependencies, waiting …]')
    if (Date.now() - began > LOCK_WAIT_MS) {
      fail(`等待安装超时：请删除 ${lock} 后再试。 [Waited too long: delete ${lock} and try again.]`)
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  }
}

function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // Just created and not yet written.
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 2_000
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Node 24, as an npm package: the same everywhere. */
function ownNode(root) {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}

module.exports = { ensureInstalled, isInstalled, ownNode }
