using System;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;
using NpgsqlTypes;

namespace ToolGen.Effects.Data.PostgreSql;

/// <summary>Values in PostgreSQL's types. A text is sent without a type, so that the statement says what it is: an enumeration's label, a citext …</summary>
internal static class PostgreSqlValues
{
    public static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown },
        string text => new() { Value = text, NpgsqlDbType = NpgsqlDbType.Unknown },
        bool => Of(value, NpgsqlDbType.Boolean),
        int => Of(value, NpgsqlDbType.Integer),
        long => Of(value, NpgsqlDbType.Bigint),
        double => Of(value, NpgsqlDbType.Double),
        decimal or BigInteger => Of(value, NpgsqlDbType.Numeric),
        byte[] => Of(value, NpgsqlDbType.Bytea),
        DateOnly => Of(value, NpgsqlDbType.Date),
        TimeOnly => Of(value, NpgsqlDbType.Time),
        DateTimeOffset instant => Of(instant.UtcDateTime, NpgsqlDbType.TimestampTz),
        TimeSpan => Of(value, NpgsqlDbType.Interval),
        Guid => Of(value, NpgsqlDbType.Uuid),
        _ => throw new ToolException(ToolErrorCodes.BadData, $"a value of the type {value.GetType().Name} can be no parameter of a statement"),
    };

    /// <summary>The type of each column, <c>enum</c> for an enumeration.</summary>
    public static string[] ColumnsOf(NpgsqlDataReader reader) => Enumerable.Range(0, reader.FieldCount)
        .Select(i => reader.GetPostgresType(i) is var type && type is Npgsql.PostgresTypes.PostgresEnumType ? "enum" : type.InternalName).ToArray();

    /// <summary>A value that is not NULL, as the contract says; columns are read in order.</summary>
    public static async ValueTask<object?> ReadAsync(NpgsqlDataReader reader, int column, string type, SessionRules rules, CancellationToken cancellationToken)
    {
        switch (type)
        {
            case "text" or "varchar" or "bpchar" or "name" or "char" or "json" or "jsonb" or "xml" or "citext" or "enum":
                // As the server sends it, whose length is known before it is held; jsonb has the number of its format in front.
                var bytes = await BytesAsync(reader, column, rules, cancellationToken).ConfigureAwait(false);
                return Encoding.UTF8.GetString(type == "jsonb" ? bytes.AsSpan(1) : bytes);
            case "bytea":
                return await BytesAsync(reader, column, rules, cancellationToken).ConfigureAwait(false);
            default:
                rules.CountBytes(16);
                return Scalar(reader, column, type);
        }
    }

    private static object? Scalar(NpgsqlDataReader reader, int column, string type) => type switch
    {
        "bool" => reader.GetBoolean(column),
        "int2" => (long)reader.GetInt16(column),
        "int4" => (long)reader.GetInt32(column),
        "int8" => reader.GetInt64(column),
        "oid" => (long)reader.GetFieldValue<uint>(column),
        "float4" => (double)reader.GetFloat(column),
        "float8" => reader.GetDouble(column),
        "numeric" => reader.GetDecimal(column),
        "uuid" => reader.GetGuid(column),
        "date" => Finite(reader.GetFieldValue<DateOnly>(column), DateOnly.MinValue, DateOnly.MaxValue, reader, column),
        "time" => reader.GetFieldValue<TimeOnly>(column),
        "timestamp" or "timestamptz" => new DateTimeOffset(DateTime.SpecifyKind(Finite(reader.GetDateTime(column), DateTime.MinValue, DateTime.MaxValue, reader, column), DateTimeKind.Utc)),
        "interval" => reader.GetTimeSpan(column),
        "void" => null,
        _ => throw new ToolException(ToolErrorCodes.BadData, $"the column {reader.GetName(column)} has the type {type}: cast it in the statement, such as {reader.GetName(column)}::text"),
    };

    // The driver gives the ends of its range for infinity.
    private static T Finite<T>(T value, T least, T most, NpgsqlDataReader reader, int column)
        where T : IEquatable<T> => value.Equals(least) || value.Equals(most)
            ? throw new ToolException(ToolErrorCodes.BadData, $"the column {reader.GetName(column)} holds a date beyond all dates")
            : value;

    private static async ValueTask<byte[]> BytesAsync(NpgsqlDataReader reader, int column, SessionRules rules, CancellationToken cancellationToken)
    {
        using var source = await reader.GetStreamAsync(column, cancellationToken).ConfigureAwait(false);
        rules.CountBytes(source.Length);
        var bytes = new byte[source.Length];
        await source.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    private static NpgsqlParameter Of(object value, NpgsqlDbType type) => new() { Value = value, NpgsqlDbType = type };
}
