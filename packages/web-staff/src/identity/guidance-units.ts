/** Units as choices of one list: institutions, each followed by its departments; the value names kind and id. */
import type { viewOrganisation } from '@anpei/contract/identity'
import type { Answer } from '@anpei/contract/kernel'
import type { Choice } from '../kit/index.ts'

type Organisation = Answer<typeof viewOrganisation>
type Unit = { readonly kind: 'institution' | 'department'; readonly id: string }

export function unitChoices(organisation: Organisation | undefined): Choice[] {
  if (!organisation) return []
  return organisation.institutions.flatMap((institution) => [
    { value: `institution:${institution.id}`, label: institution.name },
    ...organisation.departments
      .filter(({ institutionId }) => institutionId === institution.id)
      .map(({ id, name }) => ({ value: `department:${id}`, label: `${institution.name} · ${name}` })),
  ])
}

export function unitOf(value: string): Unit {
  const [kind = '', id = ''] = value.split(':')
  return { kind: kind === 'department' ? 'department' : 'institution', id }
}
