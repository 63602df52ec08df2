package booth.garden.bulk;

import booth.aws.Environment;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What a picture costs.
 *
 * @param perPicture in US dollars
 * @param date of the price list it was read from
 */
record PriceList(BigDecimal perPicture, LocalDate date) {
    /** What a number of pictures costs. */
    record Price(BigDecimal perPicture, BigDecimal total, String currency, LocalDate listDate) {}

    static PriceList from(Environment env) {
        try {
            return new PriceList(
                    new BigDecimal(env.require("PICTURE_PRICE")), LocalDate.parse(env.require("PRICE_DATE")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "PICTURE_PRICE must be a number and PRICE_DATE a day like 2026-11-01.", e);
        }
    }

    Price of(int pictures) {
        return new Price(perPicture, perPicture.multiply(BigDecimal.valueOf(pictures)), "USD", date);
    }
}
