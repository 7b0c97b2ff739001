import { describe, expect, it } from 'vitest'
import { isWholeFile } from './whole-file.ts'

const text = (words: string): number[] => [...words].map((letter) => letter.charCodeAt(0))
const SOI = [0xff, 0xd8]
const EOI = [0xff, 0xd9]
const scan = [0xff, 0xda, 0, 4, 1, 2, 7, 0xff, 0, 9]
/** A head that holds a small picture of its own, whole. */
const preview = [...SOI, ...scan, ...EOI]
const head = [0xff, 0xe1, 0, 2 + preview.length, ...preview]
const png = [0x89, ...text('PNG'), 13, 10, 26, 10, 0, 0, 0, 13, ...text('IHDR')]

describe('CLM-05 a file that broke off while it was sent', () => {
  it.each<[string, string, number[], boolean]>([
    ['a photo', 'image/jpeg', [...SOI, ...head, ...scan, ...EOI], true],
    ['a photo with a film behind it', 'image/jpeg', [...SOI, ...scan, ...EOI, ...text('ftypmp42'), 0xff, 0xda], true],
    ['half a photo whose preview is whole', 'image/jpeg', [...SOI, ...head, ...scan], false],
    ['the head of a photo', 'image/jpeg', [...SOI, ...head.slice(0, 9)], false],
    ['a picture', 'image/png', [...png, 0, 0, 0, 0, ...text('IEND')], true],
    ['half a picture', 'image/png', png, false],
    ['a scan', 'application/pdf', text('%PDF-1.7 1 0 obj %%EOF\n'), true],
    ['half a scan', 'application/pdf', text('%PDF-1.7 1 0 obj'), false],
    ['a small picture', 'image/webp', [...text('RIFF'), 8, 0, 0, 0, ...text('WEBPVP8 ')], true],
    ['half of it', 'image/webp', [...text('RIFF'), 80, 1, 0, 0, ...text('WEBPVP8 ')], false],
    ['what tells nothing', 'image/heic', text('ftypheic'), true],
  ])('%s', (_, mediaType, bytes, whole) => {
    expect(isWholeFile(Uint8Array.from(bytes), mediaType)).toBe(whole)
  })
})
