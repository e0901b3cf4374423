CREATE TABLE "order_wait" (
	"order_id" uuid NOT NULL,
	"queue" text NOT NULL,
	"unit_id" uuid,
	"rank" smallint NOT NULL,
	"due_at" timestamptz(3) NOT NULL
);--> statement-breakpoint
INSERT INTO "order_wait"
SELECT o."id", q, CASE
		WHEN q = 'accept' THEN o."dispatched_unit_id"
		WHEN q IN ('handling', 'rectifying') THEN o."working_unit_id"
		WHEN q = 'unit-callback' THEN o."lead_unit_id" END,
	CASE WHEN o."facts"->>'negativeAt' IS NULL OR q IN ('accept', 'handling', 'rectifying', 'unit-callback') THEN 1 ELSE 0 END,
	coalesce((
		SELECT min(c."due_at") FROM "clock" c WHERE c."order_id" = o."id" AND c."ended_at" IS NULL AND c."kind" = ANY (CASE q
			WHEN 'dispatch' THEN ARRAY['dispatch'] WHEN 'appeal' THEN ARRAY['dispatch'] WHEN 'accept' THEN ARRAY['accept']
			WHEN 'handling' THEN ARRAY['contact', 'resolve', 'rectify'] WHEN 'rectifying' THEN ARRAY['rectify']
			WHEN 'unit-callback' THEN ARRAY['unit-callback'] WHEN 'district-callback' THEN ARRAY['district-callback']
			WHEN 'arbitrate' THEN ARRAY['arbitrate'] WHEN 'finding' THEN ARRAY['supervise-due'] ELSE ARRAY[]::text[] END)
	), '9999-12-31T00:00:00Z')
FROM "order" o CROSS JOIN unnest(o."queues") q WHERE NOT (q = 'dispatch' AND 'appeal' = ANY (o."queues"));--> statement-breakpoint
INSERT INTO "order_wait"
SELECT "order_id", 'assist', "holder_unit_id", 1, "due_at" FROM "clock" WHERE "kind" = 'assist' AND "ended_at" IS NULL;--> statement-breakpoint
CREATE INDEX "order_wait_order" ON "order_wait" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_wait_unit" ON "order_wait" USING btree ("unit_id","queue","rank","due_at","order_id");--> statement-breakpoint
CREATE INDEX "order_wait_queue" ON "order_wait" USING btree ("queue","rank","due_at","order_id");--> statement-breakpoint
ALTER TABLE "order" DROP COLUMN "queues";--> statement-breakpoint
CREATE TABLE "order_viewer" (
	"order_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"seen_at" timestamptz(3) NOT NULL,
	CONSTRAINT "order_viewer_pk" PRIMARY KEY("order_id","staff_id")
);--> statement-breakpoint
CREATE INDEX "order_viewer_seen" ON "order_viewer" USING btree ("seen_at");--> statement-breakpoint
CREATE TABLE "staff_choice" (
	"staff_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "staff_choice_pk" PRIMARY KEY("staff_id","name")
);
