CREATE TABLE "day_override" (
	"date" date PRIMARY KEY NOT NULL,
	"override" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holiday_year" (
	"year" integer PRIMARY KEY NOT NULL,
	"notice" jsonb NOT NULL,
	"loaded_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"department" text NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "matter_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "matter_owner" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"place_key" text,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "place_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_key" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "scene" (
	"scene" text PRIMARY KEY NOT NULL,
	"hall_unit_id" uuid NOT NULL,
	"window" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain" (
	"chain" text PRIMARY KEY NOT NULL,
	"length" integer NOT NULL,
	"last_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_root" (
	"day" date PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"events" integer NOT NULL,
	"computed_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"chain" text NOT NULL,
	"seq" integer NOT NULL,
	"order_id" uuid,
	"at" timestamptz(3) NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"actor_unit_id" uuid,
	"data" jsonb NOT NULL,
	"sealed" text,
	"internal" boolean NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bulletin" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"unit_ids" uuid[] NOT NULL,
	"order_ids" uuid[] NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"topic" text NOT NULL,
	"order_id" uuid,
	"number" text,
	"sealed" text NOT NULL,
	"read_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"recipient_key" text NOT NULL,
	"topic" text NOT NULL,
	"order_id" uuid,
	"dedupe_key" text NOT NULL,
	"sealed" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamptz(3) NOT NULL,
	"lease_until" timestamptz(3),
	"last_error" text,
	"created_at" timestamptz(3) NOT NULL,
	"sent_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"holder_unit_id" uuid,
	"assist_id" uuid,
	"round" integer NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"limit" jsonb NOT NULL,
	"closing" text NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"original_due_at" timestamptz(3) NOT NULL,
	"provisional" boolean NOT NULL,
	"ended_at" timestamptz(3),
	"outcome" text,
	"late_by_ms" bigint NOT NULL,
	"next_alarm_at" timestamptz(3),
	"next_alarm_level" text
);
--> statement-breakpoint
CREATE TABLE "clock_alarm" (
	"clock_id" uuid NOT NULL,
	"level" text NOT NULL,
	"due_at" timestamptz(3) NOT NULL,
	"sounded_at" timestamptz(3) NOT NULL,
	CONSTRAINT "clock_alarm_clock_id_level_due_at_pk" PRIMARY KEY("clock_id","level","due_at")
);
--> statement-breakpoint
CREATE TABLE "custody" (
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_at" timestamptz(3) NOT NULL,
	"to_at" timestamptz(3),
	CONSTRAINT "custody_order_id_position_pk" PRIMARY KEY("order_id","position")
);
--> statement-breakpoint
CREATE TABLE "file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"order_id" uuid,
	"event_seq" integer,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text,
	"width" integer,
	"height" integer,
	"upload_key" text,
	"object_key" text,
	"thumbnail_key" text,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"principal" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer NOT NULL,
	"answer" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "idempotency_principal_route_key_pk" PRIMARY KEY("principal","route","key")
);
--> statement-breakpoint
CREATE TABLE "number_block" (
	"day" text PRIMARY KEY NOT NULL,
	"next" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"channel" text NOT NULL,
	"reporter_kind" text NOT NULL,
	"reporter_id" uuid,
	"phone_index" text,
	"matter_id" uuid,
	"stage" text NOT NULL,
	"hall_unit_id" uuid,
	"place_unit_id" uuid,
	"town" text,
	"lead_unit_id" uuid,
	"dispatched_unit_id" uuid,
	"working_unit_id" uuid,
	"complexity" text,
	"cause" text,
	"round" integer NOT NULL,
	"urged" integer NOT NULL,
	"submitted_at" timestamptz(3) NOT NULL,
	"accepted_at" timestamptz(3),
	"resolved_at" timestamptz(3),
	"closed_at" timestamptz(3),
	"light_due_at" timestamptz(3),
	"next_step_at" timestamptz(3),
	"changed_at" timestamptz(3) NOT NULL,
	"seen_by" uuid[] NOT NULL,
	"returned_by" uuid[] NOT NULL,
	"open_assist_units" uuid[] NOT NULL,
	"queues" text[] NOT NULL,
	"facts" jsonb NOT NULL,
	"order_key" text,
	"sealed" text NOT NULL,
	"query_code_hash" text NOT NULL,
	"city_number" text,
	"search_tokens" integer[] NOT NULL,
	"event_count" integer NOT NULL,
	"last_event_hash" text NOT NULL,
	CONSTRAINT "order_number_unique" UNIQUE("number"),
	CONSTRAINT "order_city_number_unique" UNIQUE("city_number")
);
--> statement-breakpoint
CREATE TABLE "attempt" (
	"key" text NOT NULL,
	"at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reporter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_index" text,
	"phone" text,
	"name" text,
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "reporter_phone_index_unique" UNIQUE("phone_index")
);
--> statement-breakpoint
CREATE TABLE "reporter_identity" (
	"channel" text NOT NULL,
	"subject" text NOT NULL,
	"reporter_id" uuid NOT NULL,
	CONSTRAINT "reporter_identity_channel_subject_pk" PRIMARY KEY("channel","subject")
);
--> statement-breakpoint
CREATE TABLE "reporter_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"reporter_id" uuid,
	"order_id" uuid,
	"phone_index" text,
	"link" boolean DEFAULT false NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"revoked_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "sms_code" (
	"phone_index" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"sent_at" timestamptz(3) NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"totp_secret" text,
	"active" boolean DEFAULT true NOT NULL,
	"absent_until" timestamptz(3),
	"wrong_passwords" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamptz(3),
	"last_sign_in_at" timestamptz(3),
	CONSTRAINT "staff_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "staff_role" (
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"deputy" boolean DEFAULT false NOT NULL,
	CONSTRAINT "staff_role_staff_id_role_unit_id_pk" PRIMARY KEY("staff_id","role","unit_id")
);
--> statement-breakpoint
CREATE TABLE "staff_session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"last_seen_at" timestamptz(3) NOT NULL,
	"revoked_at" timestamptz(3),
	"device" text,
	CONSTRAINT "staff_session_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"town" text,
	"phone" text,
	"address" text,
	"hours" text,
	"closing" text DEFAULT '17:00' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "matter_uses" ON "matter" USING btree ("uses");--> statement-breakpoint
CREATE INDEX "matter_owner_matter" ON "matter_owner" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "place_rule_place" ON "place_rule" USING btree ("place_key");--> statement-breakpoint
CREATE UNIQUE INDEX "event_chain_seq" ON "event" USING btree ("chain","seq");--> statement-breakpoint
CREATE INDEX "event_order" ON "event" USING btree ("order_id","seq");--> statement-breakpoint
CREATE INDEX "event_at" ON "event" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "event_kind" ON "event" USING btree ("kind","at");--> statement-breakpoint
CREATE INDEX "inbox_recipient" ON "inbox" USING btree ("recipient","id");--> statement-breakpoint
CREATE INDEX "inbox_order" ON "inbox" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe" ON "outbox" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("provider","next_at") WHERE "outbox"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree ("provider","recipient_key","id") WHERE "outbox"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "clock_order" ON "clock" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "clock_next_alarm" ON "clock" USING btree ("next_alarm_at") WHERE "clock"."next_alarm_at" is not null;--> statement-breakpoint
CREATE INDEX "clock_running" ON "clock" USING btree ("kind","due_at") WHERE "clock"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "custody_unit" ON "custody" USING btree ("unit_id","from_at");--> statement-breakpoint
CREATE INDEX "file_order" ON "file" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "file_unclaimed" ON "file" USING btree ("created_at") WHERE "file"."state" <> 'claimed';--> statement-breakpoint
CREATE UNIQUE INDEX "idempotency_age" ON "idempotency" USING btree ("created_at","principal","route","key");--> statement-breakpoint
CREATE INDEX "order_submitted" ON "order" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "order_reporter" ON "order" USING btree ("reporter_id","submitted_at");--> statement-breakpoint
CREATE INDEX "order_phone" ON "order" USING btree ("phone_index","submitted_at");--> statement-breakpoint
CREATE INDEX "order_changed" ON "order" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "order_matter" ON "order" USING btree ("matter_id","submitted_at");--> statement-breakpoint
CREATE INDEX "order_light" ON "order" USING btree ("light_due_at","id") WHERE "order"."light_due_at" is not null;--> statement-breakpoint
CREATE INDEX "order_step" ON "order" USING btree ("next_step_at") WHERE "order"."next_step_at" is not null;--> statement-breakpoint
CREATE INDEX "order_lead" ON "order" USING btree ("lead_unit_id","submitted_at");--> statement-breakpoint
CREATE INDEX "order_state" ON "order" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE INDEX "order_channel" ON "order" USING btree ("channel","submitted_at");--> statement-breakpoint
CREATE INDEX "order_seen" ON "order" USING gin ("seen_by");--> statement-breakpoint
CREATE INDEX "order_queues" ON "order" USING gin ("queues");--> statement-breakpoint
CREATE INDEX "order_assist" ON "order" USING gin ("open_assist_units");--> statement-breakpoint
CREATE INDEX "order_search" ON "order" USING gin ("search_tokens");--> statement-breakpoint
CREATE INDEX "attempt_key_at" ON "attempt" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "reporter_identity_reporter" ON "reporter_identity" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "reporter_token_reporter" ON "reporter_token" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "reporter_token_expiry" ON "reporter_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "staff_role_unit" ON "staff_role" USING btree ("unit_id","role");--> statement-breakpoint
CREATE INDEX "staff_session_staff" ON "staff_session" USING btree ("staff_id","created_at");