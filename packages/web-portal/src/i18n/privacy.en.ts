/** Words of what one's data are used for, and of asking for them. */

export const privacy = {
  privacy: {
    title: 'How my data are used',
    open: 'My data and my consent',
    openHint: 'Your phone or address changed, or you do not agree to a use: tell us here',
    always: 'Needed for insurance and claims',
    choice: 'You may agree or decline',
    yes: 'You agreed',
    no: 'You declined; we do not use them so',
    untilYes: 'You have not chosen. We do not use them so until you agree.',
    untilNo: (what: string) => `You have not chosen. For now only: ${what}. We stop when you decline.`,
    agree: 'I agree',
    disagree: 'I decline',
    ownWord: 'To agree, the person says so, or gives you a mandate to agree.',
    withdraw: 'Take consent back',
    askTitle: 'See, correct or delete my data',
    askHint: 'We first check that it is you, and answer within fifteen working days.',
    kinds: {
      access: 'See my data',
      copy: 'Get a copy',
      correct: 'Correct a mistake',
      delete: 'Delete my data',
      explain: 'Explain an automatic decision',
    },
    what: 'What you want to say',
    send: 'Send to the insurer',
    mine: 'Already asked',
    answerBy: (when: string) => `Answered by ${when} at the latest`,
    answered: 'Answer: ',
    files: { copy: 'Download a copy for computers', table: 'Download my data (table)' },
  },
}
