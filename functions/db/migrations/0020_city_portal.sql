CREATE TABLE "city_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"format" text NOT NULL,
	"content_hash" text NOT NULL,
	"unused_columns" text[] NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE INDEX "city_import_created" ON "city_import" USING btree ("created_at","id");--> statement-breakpoint
CREATE TABLE "city_import_row" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"city_number" text,
	"sealed" text,
	"outcome" text,
	"order_number" text,
	"problems" jsonb,
	CONSTRAINT "city_import_row_pk" PRIMARY KEY("import_id","line")
);--> statement-breakpoint
CREATE INDEX "city_import_row_outcome" ON "city_import_row" USING btree ("import_id","outcome","line");--> statement-breakpoint
CREATE TABLE "city_order" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"received_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"round" integer NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"entered_state" text,
	"entered_round" integer,
	"entered_at" timestamp (3) with time zone,
	"entered_by" uuid
);--> statement-breakpoint
CREATE INDEX "city_order_to_enter" ON "city_order" USING btree ("moved_at","order_id") WHERE "entered_state" is distinct from "state" or "entered_round" is distinct from "round";--> statement-breakpoint
INSERT INTO "city_order" ("order_id", "state", "round", "moved_at")
SELECT "id", "state", "round", "changed_at" FROM "order" WHERE "city_number" IS NOT NULL;
