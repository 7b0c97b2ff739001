/** SRV-12: what was said with the machine, for the person who takes over. */
export type SpokenLine = { readonly who: 'asker' | 'machine'; readonly text: string }

const LONGEST = 9000

export function transcriptOf(lines: readonly SpokenLine[]): string {
  const said = lines.map(({ who, text }) => `${who === 'asker' ? '客户' : '助手'}：${text}`)
  return said.join('\n').slice(-LONGEST) || '客户请人工服务'
}
