import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import wording from '../../../../../config/letters/payment_notice.json' with { type: 'json' }
import { undrawableBy } from './render-letter-glyphs.ts'

const resolve = createRequire(import.meta.url).resolve

describe('CLM-11 rare characters', () => {
  it.each(['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'])(
    'places and names of the district have glyphs in %s, and what has none is told',
    async (file) => {
      const undrawable = undrawableBy(await readFile(resolve(`@expo-google-fonts/noto-sans-sc/${file}`)))
      expect(undrawable('胪岗 佘 㙓头 厝 囝 埔 陇田 壹贰叁肆伍陆柒捌玖拾佰仟 〓×÷−≤≥¥\u00a0')).toEqual([])
      expect(undrawable(JSON.stringify(wording))).toEqual([])
      expect(undrawable('陈\u{2f8a6}\n\u{2f8a6}')).toEqual(['\u{2f8a6}'])
    },
  )

  it('a file that is no font is a fault', () => {
    expect(() => undrawableBy(Buffer.alloc(64))).toThrow('no cmap')
  })
})
