/** Events of people, roles, organisation, audit and programs (ORG-08), with their words for the audit screen. */
export const identityEventCatalogue = {
  'session.opened': '登录', 'session.refused': '登录未成功', 'session.closed': '退出登录', 'session.revoked': '强制下线',
  'staff.created': '新增人员', 'staff.edited': '修改岗位信息', 'staff.access_changed': '角色变更生效',
  'staff.deactivated': '停用人员', 'staff.reactivated': '重新启用人员', 'staff.unlocked': '解除锁定',
  'staff.link_issued': '开出首次登录链接', 'staff.sign_in_set': '设定密码与动态口令',
  'staff.sign_in_reset': '密码与动态口令作废重设', 'staff.password_changed': '修改密码', 'role.changed': '角色变更生效',
  'change.proposed': '提出变更', 'change.confirmed': '复核通过', 'change.rejected': '复核不同意', 'change.withdrawn': '撤回变更',
  'institution.saved': '保存机构', 'department.saved': '保存部门', 'village.posts_set': '指定村居联络员与经办人',
  'unit.duty_added': '登记职责', 'unit.duty_ended': '终止职责', 'unit.target_set': '设定目标', 'unit.scored': '月度评分',
  'guidance.issued': '下达指导意见', 'guidance.received': '签收指导意见', 'guidance.done': '报告落实',
  'absence.recorded': '登记请假', 'absence.cancelled': '取消请假', 'audit.verified': '核验审计日志',
  'api_key.created': '新建接口密钥', 'api_key.revoked': '作废接口密钥', 'webhook.created': '新建事件推送',
  'webhook.stopped': '停止事件推送', 'webhook.retried': '再次推送', 'personal_data.looked_at': '查看个人信息',
} as const
