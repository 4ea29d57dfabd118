-- What was asked and answered about an invoice becomes a thread of it, of its client, with who asked first.
CREATE TEMP TABLE question_thread AS
SELECT m.invoice_id, uuid_v7() AS id, min(m.at) AS at, count(*)::int AS size, max(m.at) AS last_at,
       CASE WHEN count(DISTINCT m.invoice_line_id) = 1 THEN (array_agg(m.invoice_line_id) FILTER (WHERE m.invoice_line_id IS NOT NULL))[1] END AS line_id,
       (array_agg(m.by_id ORDER BY m.at, m.id) FILTER (WHERE NOT m.is_office AND EXISTS (SELECT FROM person p WHERE p.id = m.by_id)))[1] AS person_id
  FROM invoice_message m GROUP BY m.invoice_id;
ALTER TABLE "thread_message" DISABLE TRIGGER "thread_message_is_newest";
INSERT INTO thread (id, title, person_id, organisation_id, invoice_id, invoice_line_id, created_at, last_number, last_at, waiting_since)
SELECT x.id, concat('Factuur ', i.number), x.person_id, i.organisation_id, i.id, x.line_id, x.at, x.size, x.last_at, q.asked_at
  FROM question_thread x JOIN invoice i ON i.id = x.invoice_id LEFT JOIN invoice_question q ON q.invoice_id = i.id;
INSERT INTO thread_message (thread_id, number, id, at, on_day, by_id, by_name, is_office, body)
SELECT x.id, row_number() OVER (PARTITION BY x.id ORDER BY m.at, m.id), m.id, m.at, (m.at AT TIME ZONE 'Europe/Amsterdam')::date, m.by_id, m.by_name, m.is_office, m.body
  FROM invoice_message m JOIN question_thread x ON x.invoice_id = m.invoice_id;
ALTER TABLE "thread_message" ENABLE TRIGGER "thread_message_is_newest";
INSERT INTO thread_reader (person_id, thread_id, read_number)
SELECT DISTINCT m.by_id, x.id, x.size FROM invoice_message m JOIN question_thread x ON x.invoice_id = m.invoice_id JOIN person p ON p.id = m.by_id;
DROP TABLE question_thread;
UPDATE "mail" SET "kind" = CASE "kind" WHEN 'invoice-answer' THEN 'message' ELSE 'message-office' END WHERE "kind" IN ('invoice-question', 'invoice-answer');
DROP TABLE "invoice_question";
DROP TABLE "invoice_message";
DROP FUNCTION keep_invoice_question();

-- Invoices about which somebody waits for an answer: their list, and reminders that wait.
CREATE INDEX "thread_asks_about_invoice" ON "thread" ("invoice_id") WHERE "invoice_id" IS NOT NULL AND "waiting_since" IS NOT NULL;
