import type { ComplaintBox } from '@anpei/contract/service-desk'

/** As people call a box. */
export function placeOf({ institution, place }: Pick<ComplaintBox, 'institution' | 'place'>): string {
  return `${institution.name} ${place}`
}
