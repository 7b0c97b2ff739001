-- Takes away what the bench of notices put in.
delete from notice_attempt a using notice n where n.id = a.notice_id and n.subject_kind = 'bench';
delete from notice where subject_kind = 'bench';
delete from notice_receipt;
delete from channel_setting where tenant_id = 1;
