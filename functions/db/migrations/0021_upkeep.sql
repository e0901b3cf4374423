CREATE TABLE "unit_alias" (
	"alias" text PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);--> statement-breakpoint
CREATE INDEX "unit_alias_unit" ON "unit_alias" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "matter_name" ON "matter" USING btree ("name");--> statement-breakpoint
ALTER TABLE "scene" ADD COLUMN "created_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "scene" ADD COLUMN "retired_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "scene_hall" ON "scene" USING btree ("hall_unit_id","scene");--> statement-breakpoint
CREATE TABLE "kiosk_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"hall_unit_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "kiosk_device_key" UNIQUE("key_hash")
);--> statement-breakpoint
CREATE INDEX "kiosk_device_hall" ON "kiosk_device" USING btree ("hall_unit_id");--> statement-breakpoint
CREATE TABLE "partner_key" (
	"id" text PRIMARY KEY NOT NULL,
	"partner" text NOT NULL,
	"channel" text NOT NULL,
	"sealed" text NOT NULL,
	"webhook_url" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);--> statement-breakpoint
CREATE INDEX "partner_key_created" ON "partner_key" USING btree ("created_at","id");
