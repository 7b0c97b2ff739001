/** CUS-07, CUS-10: cover of a person, and that it binds the identity until ten years after its end. */
import { sql } from 'kysely'
import type { PersonalDataSource } from '../customers/index.ts'

export const coverSource: PersonalDataSource = {
  row: 'programme',
  async gather(tx, personId) {
    const { rows } = await sql<{ name: string; from_on: string; to_on: string | null }>`
      select g.name, c.from_on, c.to_on from cover_period c
      join programme g on g.tenant_id = c.tenant_id and g.id = c.programme_id
      where c.tenant_id = ${tx.actor.tenantId} and c.person_id = ${personId} and c.known_before is null
      order by c.from_on limit 200`.execute(tx.db)
    return [
      {
        title: '保障',
        head: ['方案', '自', '至'],
        rows: rows.map((row) => [row.name, row.from_on, row.to_on ?? '今']),
      },
    ]
  },
  uses: (tenantId, personId) => sql`select 'identity' as class, coalesce(c.to_on, 'infinity'::date) as ended_on
    from cover_period c where c.tenant_id = ${tenantId} and c.person_id = ${personId} and c.known_before is null`,
}
