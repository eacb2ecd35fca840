package quartet.notebook;

import java.awt.Color;
import java.util.List;

/**
 * The colours of all plots. They are distinguishable with all common forms of colour blindness.
 *
 * <p>Sources: for lines, Okabe and Ito (2008), "Color Universal Design"; for heat maps, a linear interpolation of ten
 * colours of cividis: Nunez, Anderton, Renslow (2018), PLoS ONE 13(7).
 */
public final class Palette {
    /** Blue, vermilion, green, orange, purple, sky blue and black, in the order of the series. */
    public static final List<Color> SERIES = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xE69F00),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0x000000));

    /** Dark blue to yellow; brightness increases with the value. */
    public static final List<Color> HEAT = List.of(
            new Color(0x00224E),
            new Color(0x123570),
            new Color(0x3B496C),
            new Color(0x575D6D),
            new Color(0x707173),
            new Color(0x8A8678),
            new Color(0xA59C74),
            new Color(0xC3B369),
            new Color(0xE1CC55),
            new Color(0xFEE838));

    private Palette() {}
}
