/** Files as a bank would send them: whole messages that keep their schemas. */
const HEADER = '<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-20T09:00:00</CreDtTm></GrpHdr>'

export type Status = { readonly no: string; readonly state: string; readonly why?: string; readonly yuan?: string }

export function pain002(statuses: readonly Status[]): string {
  const rows = statuses.map(
    ({ no, state, why = '', yuan = '150.00' }) =>
      `<TxInfAndSts><OrgnlInstrId>${no}</OrgnlInstrId><OrgnlEndToEndId>${no}</OrgnlEndToEndId>\n` +
      `<TxSts>${state}</TxSts>` +
      `<StsRsnInf><AddtlInf>${why}</AddtlInf></StsRsnInf>` +
      `<OrgnlTxRef><Amt><InstdAmt Ccy="CNY">${yuan}</InstdAmt></Amt><Cdtr><Pty><Nm>某</Nm></Pty></Cdtr></OrgnlTxRef>` +
      '</TxInfAndSts>\n',
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>' +
    `${HEADER}\n<OrgnlGrpInfAndSts><OrgnlMsgId>PB1</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId>` +
    '</OrgnlGrpInfAndSts>' +
    `<OrgnlPmtInfAndSts><OrgnlPmtInfId>PB1</OrgnlPmtInfId>\n${rows.join('')}</OrgnlPmtInfAndSts>` +
    '</CstmrPmtStsRpt></Document>'
  )
}

export type Booked = {
  readonly side: 'CRDT' | 'DBIT'
  readonly yuan: string
  readonly endToEndId?: string
  readonly reference?: string
  readonly text?: string
}

export function camt053(entries: readonly Booked[]): string {
  const rows = entries.map(
    ({ side, yuan, endToEndId = 'NOTPROVIDED', reference = 'R1', text = '' }) =>
      `<Ntry><Amt Ccy="CNY">${yuan}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>` +
      '<BookgDt><Dt>2026-11-19</Dt></BookgDt>' +
      `<AcctSvcrRef>${reference}</AcctSvcrRef><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd>` +
      `<NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>` +
      `${text ? `<RmtInf><Ustrd>${text}</Ustrd></RmtInf>` : ''}</TxDtls></NtryDtls></Ntry>\n`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>' +
    `${HEADER}\n<Stmt><Id>S1</Id><Acct><Id><Othr><Id>8000</Id></Othr></Id></Acct><Bal><Tp/></Bal>\n${rows.join('')}` +
    '</Stmt></BkToCstmrStmt></Document>'
  )
}
