CREATE TABLE "content_check" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"subject" text NOT NULL,
	"event_seq" integer NOT NULL,
	"file_id" uuid,
	"state" text NOT NULL,
	"trace_id" text,
	"label" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE INDEX "content_check_due" ON "content_check" USING btree ("next_at") WHERE "state" in ('waiting', 'asked');--> statement-breakpoint
CREATE INDEX "content_check_order" ON "content_check" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "content_check_trace" ON "content_check" USING btree ("trace_id");
