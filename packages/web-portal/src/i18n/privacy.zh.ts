/** Words of what one's data are used for, and of asking for them. */

export const privacy = {
  privacy: {
    title: '我的信息怎样用',
    open: '我的信息：看、改、同意不同意',
    openHint: '电话、住址变了，或不同意我们怎样用，在这里说',
    always: '办保险和理赔必须用到',
    choice: '您可以同意，也可以不同意',
    yes: '您已同意',
    no: '您不同意，我们不会这样用',
    untilYes: '您还没有选。您同意之前，我们不会这样用。',
    untilNo: (what: string) => `您还没有选。现在只做：${what}。您说不同意就停。`,
    agree: '我同意',
    disagree: '我不同意',
    ownWord: '要同意，请本人来说，或者由本人写明委托您代为同意。',
    withdraw: '撤回同意',
    askTitle: '要查、要改、要删自己的信息',
    askHint: '我们先核实是不是您本人，十五个工作日内答复。',
    kinds: {
      access: '查看我的信息',
      copy: '复制一份给我',
      correct: '信息有错，要更正',
      delete: '删除我的信息',
      explain: '机器作的决定，请讲清楚',
    },
    what: '想说的话',
    send: '交给保险公司',
    mine: '已经提出的',
    answerBy: (when: string) => `最晚 ${when} 答复`,
    answered: '答复：',
    files: { copy: '下载给电脑读的一份', table: '下载我的信息（表格）' },
  },
}
