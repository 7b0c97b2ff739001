/** The lifecycles as diagrams and tables: states, the transitions between them, and the permission each needs. */
import { generated, table, type House } from '../tidy/index.ts'

type Lifecycle = House['catalogues']['lifecycles'][number]['value']

export function lifecyclesDocument(house: House): string {
  const listed = [...house.catalogues.lifecycles].sort((a, b) => (a.value.name < b.value.name ? -1 : 1))
  return generated('Lifecycles', [
    'One typed table per kind of case; nothing sets a state except by a transition.',
    ...listed.flatMap(({ row, value }) => chapter(row, value)),
  ])
}

function chapter(row: string, lifecycle: Lifecycle): string[] {
  const states = Object.entries(lifecycle.states).map(([name, state]) => [
    `\`${name}\``,
    state.zh,
    state.en,
    state.phase,
  ])
  const transitions = Object.entries(lifecycle.transitions).map(([name, item]) => [
    `\`${name}\``,
    item.zh,
    item.from.join(', '),
    item.to,
    `\`${item.permission}\``,
  ])
  return [
    `## ${lifecycle.name} ${lifecycle.zh}`,
    `Row \`${row}\`, table \`${lifecycle.table}\`.`,
    diagram(lifecycle),
    table(['State', '中文', 'English', 'Phase'], states),
    table(['Transition', '中文', 'From', 'To', 'Permission'], transitions),
  ]
}

function diagram(lifecycle: Lifecycle): string {
  const names = Object.entries(lifecycle.states).map(([name, state]) => `  ${name}: ${state.zh} ${name}`)
  const arrows = Object.entries(lifecycle.transitions).flatMap(([name, item]) =>
    item.from.map((from) => `  ${from} --> ${item.to}: ${item.zh} ${name}`),
  )
  const ends = Object.entries(lifecycle.states).flatMap(([name, state]) =>
    state.phase === 'ended' ? [`  ${name} --> [*]`] : [],
  )
  const begin = `  [*] --> ${lifecycle.initial}`
  return ['```mermaid', 'stateDiagram-v2', ...names, begin, ...arrows, ...ends, '```'].join('\n')
}
