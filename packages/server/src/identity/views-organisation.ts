/** The tree of institutions and departments, and the villages with their posts and vacancies (ORG-02). */
import type {
  listTowns as townsRoute,
  listVillages as villagesRoute,
  viewOrganisation as treeRoute,
} from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor } from './cursor.ts'
import {
  allDepartments,
  allInstitutions,
  countVacancies,
  findVillages,
  type VillageRecord,
} from './store-organisation.ts'

const KINDS = { head_office: '总公司', branch: '分公司', sub_branch: '支公司', outlet: '服务网点' } as const

export async function viewOrganisation(tx: Tx): Promise<Decision<Answer<typeof treeRoute>>> {
  const { db, actor } = tx
  const [institutions, departments] = await Promise.all([
    allInstitutions(db, actor.tenantId),
    allDepartments(db, actor.tenantId),
  ])
  return ok({
    institutions: institutions.map((row) => {
      const kind = kindOf(row.kind)
      return {
        id: row.id,
        parentId: row.parent_id,
        kind,
        kindWord: KINDS[kind],
        code: row.code,
        name: row.name,
        head: row.head,
        people: row.people,
      }
    }),
    departments: departments.map((row) => ({
      id: row.id,
      institutionId: row.institution_id,
      parentId: row.parent_id,
      code: row.code,
      name: row.name,
      people: row.people,
    })),
  })
}

function kindOf(text: string): keyof typeof KINDS {
  if (text === 'head_office' || text === 'branch' || text === 'sub_branch' || text === 'outlet') return text
  throw new Error(`unknown kind of institution ${text}`)
}

export async function listTowns(tx: Tx): Promise<Decision<Answer<typeof townsRoute>>> {
  return ok({ items: await countVacancies(tx.db, tx.actor.tenantId) })
}

export async function listVillages(
  tx: Tx,
  { query }: Input<typeof villagesRoute>,
): Promise<Decision<Answer<typeof villagesRoute>>> {
  const { rows, total } = await findVillages(tx.db, tx.actor.tenantId, {
    townCode: query.townCode,
    search: query.search || undefined,
    vacancy: query.vacancy,
    after: readCursor(query.cursor, 1)?.[0] ?? null,
    limit: query.limit + 1,
  })
  return ok(pageOf(rows, query.limit, (row) => [row.code], villageOf, total))
}

function villageOf(row: VillageRecord) {
  const held = (duty: string) => row.posts.filter((post) => post.duty === duty).map(({ id, name }) => ({ id, name }))
  return {
    code: row.code,
    name: row.name,
    townCode: row.townCode,
    townName: row.townName,
    liaison: held('liaison')[0] ?? null,
    deputies: held('deputy'),
    handlers: held('handler'),
  }
}
