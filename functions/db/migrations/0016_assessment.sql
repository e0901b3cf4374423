CREATE TABLE "assessment_rule" (
	"version" integer PRIMARY KEY NOT NULL,
	"from_year" integer NOT NULL,
	"indicators" jsonb NOT NULL,
	"note" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE INDEX "assessment_rule_year" ON "assessment_rule" USING btree ("from_year","version");--> statement-breakpoint
CREATE TABLE "assessment_exclusion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision" text
);--> statement-breakpoint
CREATE INDEX "assessment_exclusion_year" ON "assessment_exclusion" USING btree ("year","proposed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessment_exclusion_order" ON "assessment_exclusion" USING btree ("order_id","year","unit_id") WHERE "state" <> 'refused';--> statement-breakpoint
CREATE TABLE "assessment_snapshot" (
	"year" integer PRIMARY KEY NOT NULL,
	"rule_version" integer NOT NULL,
	"data" jsonb NOT NULL,
	"hash" text NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "unit_report" (
	"month" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"state" text NOT NULL,
	"sections" jsonb NOT NULL,
	"figures" jsonb,
	"version" integer NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "unit_report_pk" PRIMARY KEY("month","unit_id")
);--> statement-breakpoint
-- What was in force, and what was found, stays as it was: also for the owner of the database.
REVOKE UPDATE, DELETE ON assessment_rule, assessment_snapshot FROM window_app;--> statement-breakpoint
CREATE TRIGGER assessment_rule_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment_rule FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER assessment_snapshot_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON assessment_snapshot FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
