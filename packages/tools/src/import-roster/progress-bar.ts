/** One line on the terminal that fills; `total` null = not known. */
const WIDTH = 30

export function progressLine(done: number, total: number | null, seconds: number): string {
  const count = done.toLocaleString('en-US')
  const time = `${seconds.toFixed(1)} s`
  if (total === null || total <= 0) return `已读 ${count} 行 [rows read]，${time}`
  const share = Math.min(1, done / total)
  const filled = Math.round(share * WIDTH)
  const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled)
  return `[${bar}] ${String(Math.floor(share * 100)).padStart(3)} %  ${count} 行 [rows]，${time}`
}
