/** What the pages for newcomers name is there, and both languages of the README name the same. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rowLevels } from '../tidy/index.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const pages = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md'] as const
const textOf = (page: string): string => readFileSync(`${root}${page}`, 'utf8')
const found = (text: string, what: RegExp): string[] => [...new Set(text.match(what) ?? [])].sort()

/** Paths in back quotes, without those that hold a placeholder, and where links lead. */
function pathsOf(text: string): string[] {
  const quoted = found(text, /`(packages|config|docs|scripts)\/[^`*<]+`/g).map((path) => path.slice(1, -1))
  const linked = [...text.matchAll(/\]\(([^):#]+)\)/g)].map(([, path = '']) => path)
  return [...new Set([...quoted, ...linked])].sort()
}

describe('the pages for newcomers', () => {
  it.each(pages)('%s names only files that are there and commands that can be run', (page) => {
    const text = textOf(page)
    expect(pathsOf(text).filter((path) => !existsSync(`${root}${path}`))).toEqual([])
    const scripts = textOf('package.json')
    const commands = found(text, /npm run [a-z0-9:-]+/g).map((command) => command.slice('npm run '.length))
    expect(commands.filter((command) => !scripts.includes(`"${command}": "`))).toEqual([])
  })

  it('both languages of the README name the same files, commands and accounts', () => {
    const [english, chinese] = [textOf('README.md'), textOf('README.zh-CN.md')]
    const links = ['README.md', 'README.zh-CN.md']
    const named = (text: string) => pathsOf(text).filter((path) => !links.includes(path))
    expect(named(chinese)).toEqual(named(english))
    for (const what of [/npm run [a-z0-9:-]+/g, /\*\*[a-z]+\d?\*\*/g, /http:\/\/127[^\s,)，）]*[\w/]/g])
      expect(found(chinese, what)).toEqual(found(english, what))
  })

  it('CONTRIBUTING names each row on its level', () => {
    const block = /```\n(0 kernel[\s\S]*?)```/.exec(textOf('CONTRIBUTING.md'))?.[1] ?? ''
    const named = block.split(/\s(?=\d )|\n/).flatMap((part) => {
      const [level = '', ...rows] = part.trim().split(' ')
      return level === '0' ? [] : rows.map((row) => [row, Number(level)] as const)
    })
    const built = Object.entries(rowLevels).filter(([row]) => existsSync(`${root}packages/server/src/${row}`))
    expect(Object.fromEntries(named.filter(([row]) => row !== ''))).toEqual(Object.fromEntries(built))
  })
})
