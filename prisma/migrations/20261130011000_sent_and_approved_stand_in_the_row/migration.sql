-- When hours were first sent and when they were approved stand in the row, written by the statement that makes the step: numbers over
-- sixty thousand worksheets looked each up in its seals and its history (decision 61).
ALTER TABLE "worksheet" ADD COLUMN "first_sent_at" TIMESTAMPTZ(3), ADD COLUMN "approved_at" TIMESTAMPTZ(3);

UPDATE "worksheet" w SET "first_sent_at" = s.first_sent_at, "approved_at" = e.approved_at
  FROM (SELECT worksheet_id, min(sent_at) AS first_sent_at FROM submission WHERE number = 1 GROUP BY worksheet_id) s
  LEFT JOIN (SELECT v.worksheet_id, max(v.at) AS approved_at FROM worksheet_event v JOIN worksheet x ON x.id = v.worksheet_id AND x.status IN ('approved', 'finalised')
              WHERE v.to_status IN ('approved', 'finalised') AND v.from_status IS DISTINCT FROM 'approved' AND v.from_status IS DISTINCT FROM 'finalised'
              GROUP BY v.worksheet_id) e ON e.worksheet_id = s.worksheet_id
 WHERE w.id = s.worksheet_id;
