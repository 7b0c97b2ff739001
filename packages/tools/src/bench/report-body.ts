/** What a caller says when an accident is reported. */
import { addDays, dayOfInstant } from '@anpei/domain/kernel'

export function reportOf(person: { readonly name: string; readonly idNumber: string }, register: boolean): object {
  return {
    personId: null,
    statedName: person.name,
    statedIdNumber: person.idNumber,
    channel: 'hotline',
    register,
    reporter: { name: '陈小明', phone: '13800000001', relation: 'child' },
    accident: {
      accidentOn: accidentOn(),
      accidentTime: '08:30',
      placeText: '自家门口',
      cause: 'fall',
      vehicle: 'none',
      kinds: ['hospital'],
      narrative: '早上出门买菜时在门口台阶滑倒，手撑地，送到医院检查，医生要求住院观察。',
      hospital: '潮南区人民医院',
    },
  }
}

export function accidentOn(): string {
  return addDays(dayOfInstant(new Date().toISOString()), -20)
}
