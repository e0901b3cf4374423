CREATE TABLE "message_template" (
	"target" text NOT NULL,
	"topic" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb,
	"by_staff_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_template_pk" PRIMARY KEY("target","topic","version")
);--> statement-breakpoint
CREATE INDEX "outbox_state" ON "outbox" USING btree ("provider","state","id") WHERE "state" <> 'sent';--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "outbox" USING btree ("provider","sent_at") WHERE "state" = 'sent';
