/**
 * Which characters a TrueType font can draw (its cmap, format 12: OpenType specification, "cmap"). Rare characters of
 * names and villages must not turn into empty boxes unseen: a letter says which ones it could not draw (CLM-11).
 */
type GlyphRanges = readonly { readonly from: number; readonly to: number }[]

/** The mark printers set for a character they do not have. */
export const GETA = '〓'

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i += 1) {
    const entry = 12 + i * 16
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  throw new Error(`font has no ${tag} table`)
}

/** The ranges of code points the font has glyphs for, in order. */
function glyphRanges(font: Buffer): GlyphRanges {
  const cmap = tableOffset(font, 'cmap')
  const subtables = font.readUInt16BE(cmap + 2)
  for (let i = 0; i < subtables; i += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    if (font.readUInt16BE(subtable) !== 12) continue
    const groups = font.readUInt32BE(subtable + 12)
    return Array.from({ length: groups }, (_, g) => {
      const group = subtable + 16 + g * 12
      return { from: font.readUInt32BE(group), to: font.readUInt32BE(group + 4) }
    })
  }
  throw new Error('font has no cmap of format 12')
}

function has(ranges: GlyphRanges, code: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return false
    if (code < range.from) high = middle - 1
    else if (code > range.to) low = middle + 1
    else return true
  }
  return false
}

/** Of a TrueType font's bytes: tells the characters of a text it cannot draw, each once; line ends are not drawn. */
export function undrawableBy(font: Buffer): (text: string) => readonly string[] {
  const ranges = glyphRanges(font)
  return (text) => [...new Set(text)].filter((char) => char !== '\n' && !has(ranges, char.codePointAt(0) ?? 0))
}
