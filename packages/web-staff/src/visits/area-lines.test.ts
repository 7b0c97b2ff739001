import { describe, expect, it } from 'vitest'
import { readAreaLines } from './area-lines.ts'

const known = [
  { villageCode: '440514001001', villageName: '峡山居委会', townName: '峡山街道' },
  { villageCode: '440514002001', villageName: '新村村委会', townName: '两英镇' },
  { villageCode: '440514003001', villageName: '新村村委会', townName: '陈店镇' },
]

describe('CLM-02 a list of urban and suburban villages', () => {
  it.each([
    ['440514001001,市区', '440514001001', 'urban'],
    ['峡山居委会 郊区', '440514001001', 'suburban'],
    ['两英镇，新村村委会，郊区', '440514002001', 'suburban'],
    ['陈店镇新村村委会\t市区', '440514003001', 'urban'],
  ])('reads %s', (line, villageCode, area) => {
    expect(readAreaLines(`\n${line}\n`, known)).toEqual({ villages: [{ villageCode, area }], wrong: [] })
  })

  it.each(['新村村委会,郊区', '峡山居委会,城里', '440514999999,市区', '市区'])('does not guess %s', (line) => {
    expect(readAreaLines(line, known)).toEqual({ villages: [], wrong: [1] })
  })
})
