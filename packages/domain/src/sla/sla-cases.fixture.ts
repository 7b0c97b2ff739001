/** A clock of eight working hours that every kind of event moves, for the cases of SLA §3. */
import type { ClockDef } from './clock-def.ts'
import { clockDef, weekOf, type Told } from './sla-world.fixture.ts'

export const HOUR = 3600
export const told = { letterNo: 'N1', informed: true }
export const DESK_WEEK = weekOf(['09:00-12:00', '13:30-17:30'], [])
export const begin: Told = ['c.start', '2026-11-23 09:00']

export const plain: ClockDef = {
  ...clockDef('T15'),
  id: 'B1',
  unit: 'business',
  budget: 8 * HOUR,
  resumeOn: [{ type: 'c.reopen' }],
  calendarOn: [{ type: 'c.move' }],
  start: [{ type: 'c.start' }],
  stop: [{ type: 'c.stop' }],
  cancel: [{ type: 'c.cancel' }],
  pauseReasons: [
    {
      reason: 'wait',
      label: '等候客户',
      on: [{ type: 'c.pause' }],
      until: [{ type: 'c.resume' }],
      evidence: ['letterNo'],
      mustInform: true,
    },
  ],
  onAttributeChange: {
    on: [{ type: 'c.level' }],
    fact: 'level',
    mode: 'retainElapsed',
    budgets: { urgent: 4 * HOUR, low: 16 * HOUR },
  },
}
