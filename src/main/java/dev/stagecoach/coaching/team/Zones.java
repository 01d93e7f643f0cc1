package dev.stagecoach.coaching.team;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;

/** The time zones that the set-up form offers: those of Idaho and the United States first. */
final class Zones {
    /** More than a hundred choices do not fit in one select. */
    private static final int MOST = 100;

    private static final List<String> OFFERED = List.of("America/Boise", "America/Los_Angeles", "America/Denver",
            "America/Phoenix", "America/Chicago", "America/New_York", "America/Anchorage", "Pacific/Honolulu",
            "America/Puerto_Rico", "Pacific/Guam", "Pacific/Pago_Pago", "America/Adak", "America/Detroit",
            "America/Indiana/Indianapolis", "America/Vancouver", "America/Edmonton", "America/Regina",
            "America/Winnipeg", "America/Toronto", "America/Halifax", "America/St_Johns", "America/Tijuana",
            "America/Mexico_City", "America/Cancun", "America/Guatemala", "America/Costa_Rica", "America/Panama",
            "America/Bogota", "America/Lima", "America/Caracas", "America/La_Paz", "America/Santiago",
            "America/Argentina/Buenos_Aires", "America/Montevideo", "America/Sao_Paulo", "Atlantic/Azores",
            "Atlantic/Reykjavik", "Europe/Lisbon", "Europe/Dublin", "Europe/London", "Europe/Madrid", "Europe/Paris",
            "Europe/Brussels", "Europe/Amsterdam", "Europe/Berlin", "Europe/Zurich", "Europe/Rome", "Europe/Vienna",
            "Europe/Prague", "Europe/Copenhagen", "Europe/Oslo", "Europe/Stockholm", "Europe/Warsaw",
            "Europe/Budapest", "Europe/Athens", "Europe/Bucharest", "Europe/Helsinki", "Europe/Kyiv",
            "Europe/Istanbul", "Africa/Casablanca", "Africa/Lagos", "Africa/Cairo", "Africa/Johannesburg",
            "Africa/Nairobi", "Asia/Jerusalem", "Asia/Amman", "Asia/Riyadh", "Asia/Dubai", "Asia/Karachi",
            "Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok", "Asia/Jakarta", "Asia/Singapore", "Asia/Hong_Kong",
            "Asia/Shanghai", "Asia/Taipei", "Asia/Manila", "Asia/Seoul", "Asia/Tokyo", "Australia/Perth",
            "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland", "Pacific/Fiji", "UTC");

    private Zones() {}

    /** The choices, with this zone among them whatever it is. */
    static List<Field.Option> including(ZoneId zone) {
        var ids = new ArrayList<>(OFFERED);
        if (!ids.contains(zone.getId())) {
            ids.addFirst(zone.getId());
        }
        return ids.stream().limit(MOST).map(id -> Field.Option.of(id, label(ZoneId.of(id)))).toList();
    }

    /** For example "Boise, Mountain Time". */
    static String label(ZoneId zone) {
        var id = zone.getId();
        var city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
        var name = DateText.zone(zone);
        return name.equals(id) || name.equals(city) ? city : city + ", " + name;
    }
}
