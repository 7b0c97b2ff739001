import { describe, expect, it } from 'vitest'
import { decideSigning, type SigningFacts } from './signing.ts'

const screen: SigningFacts = {
  way: 'screen',
  pictures: 1,
  relation: 'self',
  signerName: '陈秀英',
  insuredName: '陈秀英',
  insuredDied: false,
  witness: null,
  handlers: ['林演示'],
  application: 'missing',
  papersComplete: false,
}
const witness = { name: '张大伯', contact: '13800000000', relation: 'other' as const }
const thumb: SigningFacts = { ...screen, way: 'thumbprint', witness }

describe('CLM-03 signing the application', () => {
  it.each<[string, SigningFacts, string | null]>([
    ['on the screen', screen, null],
    ['anew while papers are collected', { ...screen, application: 'received' }, null],
    ['after it was rejected', { ...screen, application: 'rejected' }, null],
    ['when it was accepted', { ...screen, application: 'accepted' }, 'signing.stands'],
    ['when the papers are complete', { ...screen, application: 'received', papersComplete: true }, 'signing.stands'],
    ['where no application is needed', { ...screen, application: null }, 'signing.not_needed'],
    ['without a picture', { ...screen, pictures: 0 }, 'signing.picture_missing'],
    ['two pictures', { ...screen, pictures: 2 }, 'signing.picture_missing'],
    ['by our own people', { ...screen, relation: 'staff' }, 'signing.by_staff'],
    ['as the insured, but another name', { ...screen, signerName: '陈小明' }, 'signing.not_the_insured'],
    ['as the insured after death', { ...screen, insuredDied: true }, 'signing.not_the_insured'],
    ['by the child', { ...screen, relation: 'child', signerName: '陈小明' }, null],
    ['by thumbprint with a witness', thumb, null],
    ['by thumbprint without', { ...thumb, witness: null }, 'signing.witness_missing'],
    ['witnessed by the signer', { ...thumb, witness: { ...witness, name: '陈秀英' } }, 'signing.witness_missing'],
    [
      'witnessed by who handles it',
      { ...thumb, witness: { ...witness, name: '林演示' } },
      'signing.witness_handles_case',
    ],
    [
      'witnessed by our own people',
      { ...thumb, witness: { ...witness, relation: 'staff' } },
      'signing.witness_handles_case',
    ],
  ])('%s', (_, facts, refused) => {
    const decision = decideSigning(facts)
    expect(decision.ok ? null : decision.code).toBe(refused)
  })
})
