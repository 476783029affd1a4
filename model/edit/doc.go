// package edit is the one way a portfolio changes: the registry of fields, the changes made
// of them, the draft they work on and the patch that comes of it.
//
// Files, from the ground up: patch.go, field.go, change.go, field_kinds.go,
// field_offering.go, field_period.go, field_settings.go, field_sharing.go, plan_list.go, draft.go,
// change_cell.go, change_merge.go, change_people.go, change_restore.go,
// change_ourselves.go, field_rates.go, change_workshop.go, change_ballot.go,
// pack_fields.go, change_together.go, change_plan.go, change_paste.go, change_edge.go,
// change_after.go, ballot_agree.go, change_item.go, change_branch.go,
// field_ourselves.go, field_rows.go, change_rate.go, change_parked.go, field_scored.go,
// field_plan.go, guard.go, change_texts.go, registry.go, ranges.go, pack_check.go,
// change_field.go, room.go, words.go.
package edit
