/** The page of telephones, outlets and complaints. */
import type { Texts } from './texts.zh.ts'

export const help: Texts['help'] = {
  chat: 'Chat with us',
  chatHint: 'Write or send photos; a person answers within three minutes',
  published: 'Complaints in figures',
  publishedHint: 'What people complained about and what we changed',
  tip: 'Report wrongdoing',
  tipHint: 'With or without your name; whoever is reported never sees it',
  afterTitle: 'What happens after a complaint',
  after: [
    'Call the complaint line: a person listens, writes it down at once and tells you who takes care of it. ' +
      'You need not prove what we already hold.',
    'Somebody contacts you within 1 working day.',
    'You get an answer within 15 days; 30 if it is complex. If it takes longer we tell you why first, ' +
      'at most 30 days more.',
    'Not satisfied? Within 30 days you may ask the office above ours to look again, call the regulator, ' +
      'use mediation, or go to court.',
    'A complaint does not touch your claim and takes nothing off the sum.',
  ],
  title: 'Call a person',
  hotline: 'Hotline',
  elder: 'Elders’ line',
  complaint: 'Complaints',
  regulator: 'The regulator’s hotline',
  outlets: 'In person',
  address: 'Address',
  hours: 'Hours',
  email: 'E-mail',
  fax: 'Fax',
  letter: 'Letters to',
  writing: 'Write to us',
  mediation: 'Free mediation',
  how: 'How to complain',
  humans: 'People answer; no long menus.',
  bring: 'Bring the identity card. If you cannot walk, call and we come.',
}
