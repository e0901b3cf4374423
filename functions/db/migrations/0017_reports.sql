CREATE TABLE "report_snapshot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"head" jsonb NOT NULL,
	"figures" jsonb NOT NULL,
	"hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE INDEX "report_snapshot_made" ON "report_snapshot" USING btree ("made_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_snapshot_open_data" ON "report_snapshot" USING btree ("from_day") WHERE "kind" = 'open-data';--> statement-breakpoint
REVOKE UPDATE, DELETE ON "report_snapshot" FROM window_app;--> statement-breakpoint
CREATE TRIGGER report_snapshot_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_snapshot" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
