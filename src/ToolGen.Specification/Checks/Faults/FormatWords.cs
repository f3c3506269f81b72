namespace ToolGen.Checks;

/// <summary>What each asserted format allows, in words and with an example that passes.</summary>
static class FormatWords
{
    public static string Of(string format) => format switch
    {
        "date" => "a date such as \"2026-02-28\"",
        "time" => "a time with offset such as \"09:30:00Z\"",
        "date-time" => "a date and time with offset such as \"2026-02-28T09:30:00Z\"",
        "duration" => "a duration such as \"P1DT2H30M\"",
        "uuid" => "a UUID such as \"123e4567-e89b-12d3-a456-426614174000\"",
        "uri" => "an absolute URI such as \"https://example.com/a\"",
        "uri-reference" => "a URI, or one relative to a base such as \"../a?b=1\"",
        "email" => "one e-mail address such as \"ann@example.com\"",
        "hostname" => "a host name such as \"www.example.com\"",
        "ipv4" => "an IPv4 address such as \"192.0.2.1\"",
        "ipv6" => "an IPv6 address such as \"2001:db8::1\"",
        "regex" => "a regular expression of ECMA-262, without look-around and back-references",
        "json-pointer" => "a JSON Pointer such as \"/items/0\"",
        "glob" => "a relative path with * ? ** such as \"reports/**/*.csv\", never above its folder",
        "decimal" => "a number of at most 28 decimal places and 96 bits",
        "big" => "an integer of at most 10000 digits",
        _ => "text in the format " + ShortText.Cut(format, ShortText.NameCost),
    };
}
