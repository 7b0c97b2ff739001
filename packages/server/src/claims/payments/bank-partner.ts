/** CUS-09: payments go to the bank that pays for us, under the register's entry for it. */
export const BANK = { kind: 'bank', partner: '' } as const
