import { eventCatalogue } from '@anpei/domain/claims'
import { portalEventCatalogue } from '@anpei/domain/portal'
import { unknownEvents } from '@anpei/domain/sla'
import { describe, expect, it } from 'vitest'
import { clockCatalogue } from './catalogue.ts'
import { makeDefinitions } from './definitions.ts'

describe('CLK-01 the shipped catalogue', () => {
  const { all, defs, calendars } = clockCatalogue()
  it('is read from every family; what is held back does not run but keeps its name', () => {
    expect(all.length).toBeGreaterThan(60)
    expect(all.filter((def) => !defs.includes(def)).every((def) => def.heldBack !== undefined)).toBe(true)
    const { titleOf } = makeDefinitions('0/0', [])
    expect(titleOf('T40')).toEqual({ title: '整案对照手册基线三十个工作日', kind: 'internal', right: false })
    expect(titleOf('X')).toEqual({ title: 'X', kind: 'internal', right: false })
    expect(all.every((def) => calendars.has(def.calendar))).toBe(true)
  })
  it('listens only to events that claims and reports really record', () => {
    const known = new Set([...Object.keys(eventCatalogue), ...Object.keys(portalEventCatalogue)])
    const built = unknownEvents(defs, known).filter(({ event }) => /^(claim|report)\./.test(event))
    expect(built).toEqual([])
  })
})
