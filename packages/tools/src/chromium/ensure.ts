/** A Chromium and a Chinese font for the journeys through a real browser: found, or installed where we may. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const elsewhere = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** 150 tells no page that the network is away, and two journeys wait for that for ever; 156 was seen to. */
const OLDEST_MAJOR = 156

export class NoChromium extends Error {}

/**
 * The path of a Chromium, to be started with --no-sandbox. CHROMIUM_PATH comes first. Throws NoChromium with a sentence
 * for the person who started the tests. Progress goes to stderr.
 */
export async function ensureChromium(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const chosen = environment['CHROMIUM_PATH']
  if (chosen) return chosenPath(chosen)
  const found = findChromium(environment)
  const isUsable = found !== undefined && !isTooOld(found)
  const missing = [...(isUsable ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length > 0) install(missing)
  const path = findChromium(environment)
  if (!path || !hasChineseFont()) throw noChromium()
  return newEnough(path)
}

function newEnough(path: string): string {
  if (!isTooOld(path)) return path
  throw new NoChromium(
    `${path} 太旧，浏览器测试需要 ${OLDEST_MAJOR} 或更新的版本：请升级，或用 CHROMIUM_PATH 指明另一个。` +
      ` [${path} is too old: the browser journeys need version ${OLDEST_MAJOR} or newer.]`,
  )
}

/** By what it says of itself; one that says nothing is tried. */
function isTooOld(path: string): boolean {
  const said = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const major = /(\d+)\.\d+\.\d+\.\d+/.exec(said)?.[1]
  return major !== undefined && Number(major) < OLDEST_MAJOR
}

function chosenPath(path: string): string {
  if (isProgram(path)) return newEnough(path)
  throw new NoChromium(
    `CHROMIUM_PATH 指向的 ${path} 不是可执行的程序。 [CHROMIUM_PATH names ${path}, which is no program.]`,
  )
}

export function findChromium(environment: NodeJS.ProcessEnv): string | undefined {
  const folders = [...(environment['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin']
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...elsewhere].find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Without one, Chinese is drawn as empty boxes. Systems without fontconfig bring their own. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  return (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''
}

function install(packages: readonly string[]): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) throw noChromium()
  process.stderr.write(
    `正在安装 ${packages.join('、')}，约需一分钟…… [Installing ${packages.join(', ')}, about a minute …]\n`,
  )
  apt(['update', '-qq'])
  apt(['install', '-y', '-qq', '--no-install-recommends', ...packages, ...(hasFontconfig() ? [] : ['fontconfig'])])
}

function hasFontconfig(): boolean {
  return spawnSync('fc-list', ['--version']).status === 0
}

function apt(args: readonly string[]): void {
  const done = spawnSync('/usr/bin/apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // apt-get update reports sources that do not answer as failures; what counts is whether the install succeeds.
  if (done.status !== 0 && args[0] === 'install') {
    process.stderr.write(done.stderr.split('\n').slice(-5).join('\n'))
    throw noChromium()
  }
}

function noChromium(): NoChromium {
  return new NoChromium(
    '浏览器测试需要 Chromium 和中文字体，未能找到或安装：请安装它们（Debian：apt-get install chromium fonts-noto-cjk），' +
      '或用 CHROMIUM_PATH 指明 Chromium 的位置。' +
      ' [The browser journeys need Chromium and a Chinese font, which were not found and could not be installed:' +
      ' install them (Debian: apt-get install chromium fonts-noto-cjk) or name a Chromium in CHROMIUM_PATH.]',
  )
}
