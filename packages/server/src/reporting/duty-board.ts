/** How the board of what breaks next finds the standing duties whose period has begun (RPT-06, CLK-04). */
import { dayOfInstant } from '@anpei/domain/kernel'
import { dutyLifecycle } from '@anpei/domain/reporting'
import { sql } from 'kysely'
import type { CaseBoards } from '../sla/index.ts'

export const dutyBoard: CaseBoards = new Map([
  [
    'duty',
    {
      word: '长效保障',
      permission: 'duty.read',
      table: 'duty_instance',
      alias: 'i',
      // To the end of the day.
      due: sql`((i.due_on + 1)::timestamp at time zone 'Asia/Shanghai')`,
      dueClock: sql`i.duty_code`,
      open: sql<boolean>`i.state = 'open'`,
      seen: ({ now }) => sql<boolean>`i.from_on <= ${dayOfInstant(now)}::date`,
      no: sql`i.title`,
      owner: sql`i.owner_id`,
      keeper: sql`i.owner_id`,
      name: sql`i.from_on || ' 至 ' || i.to_on`,
      lifecycle: dutyLifecycle,
      own: {
        title: null,
        reason: sql`i.clause`,
        warned: sql<boolean>`exists (select from duty_reminder r where r.tenant_id = i.tenant_id
          and r.instance_id = i.id and r.percent >= 80)`,
      },
    },
  ],
])
