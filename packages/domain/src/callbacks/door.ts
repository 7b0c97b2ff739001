/** SRV-09: why what was asked at a door cannot be taken any more, by the code of the refusal. */
export const DOOR_CONFLICTS: Readonly<Record<string, string>> = {
  'lifecycle.not_possible': '已由同事做完或不再需要',
  'callback.taken': '同事正在联系这位客户',
  'callback.person_taken': '同事正在联系这位客户',
  'callback.not_yours': '已转给别的同事',
  'callback.nobody_reached': '换过人',
  'callback.identity_first': '换过人',
  'callback.script_changed': '问题换了新版本',
}
