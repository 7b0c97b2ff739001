/** What people are said to have told and what was established, for every filled claim the same. */

export function reportTold() {
  return {
    statedName: '',
    statedIdNumber: '',
    reporter: { name: '陈小明', phone: '13800000001', relation: 'child' },
    accident: {
      accidentOn: '2026-11-01',
      accidentTime: '08:30',
      place: null,
      placeText: '自家门口',
      cause: 'fall',
      vehicle: 'none',
      injuryCode: null,
      narrative: '早上出门买菜时在门口台阶滑倒，手撑地，送到医院检查，医生要求住院观察。',
      hospital: '潮南区人民医院',
      kinds: ['hospital'],
      diedOn: null,
    },
  }
}

export function assessmentTold() {
  return {
    input: {
      accidentTest: {
        external: 'yes',
        sudden: 'yes',
        unintended: 'yes',
        nonDisease: 'yes',
        evidence: { external: '', sudden: '', unintended: '', nonDisease: '' },
      },
      exclusions: [],
      vehicle: 'none',
      vehicleEvidence: '',
      deathOn: null,
      stays: [
        {
          hospital: '潮南区人民医院',
          admittedOn: '2026-11-01',
          dischargedOn: '2026-11-10',
          hospitalLevel: 2,
          recognised: false,
        },
      ],
      disabilities: [],
    },
    kinds: [],
  }
}
