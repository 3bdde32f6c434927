<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Signs your edits in the log, and the lock on a file that you have open. Empty: the name by which this computer knows you. Holds from the next file that is opened.</source>
        <translation>Firma sus cambios en el registro y el bloqueo del archivo que tenga abierto. Vacío: el nombre con que este equipo le conoce. Vale desde el próximo archivo que se abra.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of the window; forms and dossiers stay in English. Holds from the next start.</source>
        <translation>De la ventana; los formularios y los expedientes siguen en inglés. Vale desde el próximo inicio.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>High contrast is for bright rooms and for tired eyes.</source>
        <translation>El alto contraste es para salas luminosas y ojos cansados.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Size of the type</source>
        <translation>Tamaño de la letra</translation>
    </message>
    <message>
        <source>Of the whole window; print has its own.</source>
        <translation>De toda la ventana; la impresión tiene el suyo.</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Ortografía</translation>
    </message>
    <message>
        <source>Unknown English words in narratives are underlined.</source>
        <translation>Se subrayan las palabras inglesas desconocidas en los textos.</translation>
    </message>
    <message>
        <source>Underline unknown words</source>
        <translation>Subrayar las palabras desconocidas</translation>
    </message>
    <message>
        <source>Leave them alone</source>
        <translation>No marcarlas</translation>
    </message>
    <message>
        <source>Dossiers are built as</source>
        <translation>Los expedientes se crean como</translation>
    </message>
    <message>
        <source>Can be changed each time that one is printed.</source>
        <translation>Puede cambiarse cada vez que se imprime uno.</translation>
    </message>
    <message>
        <source>PDF/A-3 with the project inside</source>
        <translation>PDF/A-3 con el proyecto dentro</translation>
    </message>
    <message>
        <source>PDF/A-2 without attachment</source>
        <translation>PDF/A-2 sin adjunto</translation>
    </message>
    <message>
        <source>Folder for dossiers</source>
        <translation>Carpeta de los expedientes</translation>
    </message>
    <message>
        <source>Empty: the folder of the project file.</source>
        <translation>Vacío: la carpeta del archivo del proyecto.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Proyecto</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>E&amp;xamen</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Nuevo proyecto…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open read-only to re&amp;view…</source>
        <translation>Abrir solo para e&amp;xaminar…</translation>
    </message>
    <message>
        <source>&amp;Library of projects</source>
        <translation>&amp;Biblioteca de proyectos</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <source>&amp;Revert to saved</source>
        <translation>&amp;Volver a lo guardado</translation>
    </message>
    <message>
        <source>&amp;Import an archive or dossier…</source>
        <translation>&amp;Importar un archivo JSON o un expediente…</translation>
    </message>
    <message>
        <source>&amp;Export an archive…</source>
        <translation>&amp;Exportar un archivo JSON…</translation>
    </message>
    <message>
        <source>Write a p&amp;ublic edition…</source>
        <translation>Escribir una edición &amp;pública…</translation>
    </message>
    <message>
        <source>&amp;Documents beside the design document</source>
        <translation>&amp;Documentos junto al documento de proyecto</translation>
    </message>
    <message>
        <source>Show &amp;findings</source>
        <translation>Mostrar las &amp;constataciones</translation>
    </message>
    <message>
        <source>&amp;Raise a finding…</source>
        <translation>F&amp;ormular una constatación…</translation>
    </message>
    <message>
        <source>Show the &amp;checklist</source>
        <translation>Mostrar la &amp;lista de comprobación</translation>
    </message>
    <message>
        <source>&amp;Note to oneself…</source>
        <translation>&amp;Nota para uno mismo…</translation>
    </message>
    <message>
        <source>&amp;Write a review file…</source>
        <translation>&amp;Escribir un archivo de examen…</translation>
    </message>
    <message>
        <source>&amp;Take in a review file…</source>
        <translation>&amp;Incorporar un archivo de examen…</translation>
    </message>
    <message>
        <source>Take in &amp;annotations of a PDF…</source>
        <translation>Incorporar las &amp;anotaciones de un PDF…</translation>
    </message>
    <message>
        <source>Take in a table of f&amp;indings…</source>
        <translation>Incorporar una &amp;tabla de constataciones…</translation>
    </message>
    <message>
        <source>Write the ta&amp;ble of findings…</source>
        <translation>Escri&amp;bir la tabla de constataciones…</translation>
    </message>
    <message>
        <source>Free&amp;ze revision…</source>
        <translation>Con&amp;gelar la revisión…</translation>
    </message>
    <message>
        <source>Co&amp;mpare with the last revision</source>
        <translation>Co&amp;mparar con la última revisión</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>&amp;Print dossier…</source>
        <translation>I&amp;mprimir el expediente…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Cerrar el pro&amp;yecto</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sa&amp;lir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Find in the project…</source>
        <translation>&amp;Buscar en el proyecto…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Buscar el &amp;siguiente</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Buscar el &amp;anterior</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Command or place…</source>
        <translation>&amp;Orden o lugar…</translation>
    </message>
    <message>
        <source>Filter sections and &amp;fields</source>
        <translation>Filtrar secciones y &amp;campos</translation>
    </message>
    <message>
        <source>Next &amp;required field</source>
        <translation>Siguiente campo obli&amp;gatorio</translation>
    </message>
    <message>
        <source>Next &amp;problem</source>
        <translation>Siguiente &amp;problema</translation>
    </message>
    <message>
        <source>Previous pro&amp;blem</source>
        <translation>Problema an&amp;terior</translation>
    </message>
    <message>
        <source>Next &amp;section</source>
        <translation>Siguiente &amp;sección</translation>
    </message>
    <message>
        <source>Previous s&amp;ection</source>
        <translation>S&amp;ección anterior</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>A&amp;delante</translation>
    </message>
    <message>
        <source>Next pa&amp;ne</source>
        <translation>Siguiente pa&amp;nel</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Show &amp;problems</source>
        <translation>Mostrar los &amp;problemas</translation>
    </message>
    <message>
        <source>Show what is &amp;left, by section</source>
        <translation>Mostrar lo que &amp;falta, por sección</translation>
    </message>
    <message>
        <source>Show &amp;working</source>
        <translation>Mostrar el cá&amp;lculo</translation>
    </message>
    <message>
        <source>Show &amp;evidence and citations</source>
        <translation>Mostrar las pru&amp;ebas y las citas</translation>
    </message>
    <message>
        <source>Show pre&amp;view of the pages</source>
        <translation>Mostrar la &amp;vista previa de las páginas</translation>
    </message>
    <message>
        <source>Show &amp;help beside the form</source>
        <translation>Mostrar la &amp;ayuda junto al formulario</translation>
    </message>
    <message>
        <source>Show or hide the &amp;tree</source>
        <translation>Mostrar u ocultar el ár&amp;bol</translation>
    </message>
    <message>
        <source>Show or hide the &amp;inspector</source>
        <translation>Mostrar u ocultar el &amp;inspector</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>Letra más &amp;grande</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>Letra más &amp;pequeña</translation>
    </message>
    <message>
        <source>&amp;Normal type</source>
        <translation>Letra &amp;normal</translation>
    </message>
    <message>
        <source>Colours of the s&amp;ystem</source>
        <translation>Colores del &amp;sistema</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>Help for this &amp;field</source>
        <translation>Ayuda para este &amp;campo</translation>
    </message>
    <message>
        <source>Ke&amp;yboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Adjuntos</translation>
    </message>
    <message>
        <source>Calculated figures</source>
        <translation>Cifras calculadas</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>No hay diferencias.</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>restaurar</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>row added</source>
        <translation>fila añadida</translation>
    </message>
    <message>
        <source>row removed</source>
        <translation>fila quitada</translation>
    </message>
    <message>
        <source>moved from {before} to {after}</source>
        <translation>movida de {before} a {after}</translation>
    </message>
    <message>
        <source>{size} bytes, SHA-256 {hash}…</source>
        <translation>{size} bytes, SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>Requirement: {words}</source>
        <translation>Requisito: {words}</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>formulada</translation>
    </message>
    <message>
        <source>Response {n}</source>
        <translation>Respuesta {n}</translation>
    </message>
    <message>
        <source>Assessment {n}</source>
        <translation>Evaluación {n}</translation>
    </message>
    <message>
        <source>finding closed</source>
        <translation>constatación cerrada</translation>
    </message>
    <message>
        <source>Evidence: {name}</source>
        <translation>Prueba: {name}</translation>
    </message>
    <message>
        <source>Changed since revision {n}:</source>
        <translation>Cambiado desde la revisión {n}:</translation>
    </message>
    <message>
        <source>Latitude and longitude exchanged? The other way round, {names} is in {country}.</source>
        <translation>¿Latitud y longitud intercambiadas? Al revés, {names} está en {country}.</translation>
    </message>
    <message>
        <source>Latitude and longitude exchanged? The other way round, {names} are in {country}.</source>
        <translation>¿Latitud y longitud intercambiadas? Al revés, {names} están en {country}.</translation>
    </message>
    <message>
        <source>Exchange them</source>
        <translation>Intercambiarlas</translation>
    </message>
    <message>
        <source>Edit {what}</source>
        <translation>Modificar {what}</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Añadir fila</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Quitar fila</translation>
    </message>
    <message>
        <source>Move row</source>
        <translation>Mover fila</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>Vaciar celdas</translation>
    </message>
    <message>
        <source>Next field; after an ambiguous entry, its meanings</source>
        <translation>Campo siguiente; tras una entrada ambigua, sus significados</translation>
    </message>
    <message>
        <source>Previous field</source>
        <translation>Campo anterior</translation>
    </message>
    <message>
        <source>Menu of the field</source>
        <translation>Menú del campo</translation>
    </message>
    <message>
        <source>Calendar of a date</source>
        <translation>Calendario de una fecha</translation>
    </message>
    <message>
        <source>Close a question below a field</source>
        <translation>Cerrar una pregunta bajo un campo</translation>
    </message>
    <message>
        <source>In fields</source>
        <translation>En los campos</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Celda siguiente</translation>
    </message>
    <message>
        <source>Leave the table for the next field</source>
        <translation>Salir de la tabla al campo siguiente</translation>
    </message>
    <message>
        <source>Leave the table for the previous field</source>
        <translation>Salir de la tabla al campo anterior</translation>
    </message>
    <message>
        <source>End typing; then leave the table</source>
        <translation>Terminar de escribir; luego salir de la tabla</translation>
    </message>
    <message>
        <source>Type into the cell</source>
        <translation>Escribir en la celda</translation>
    </message>
    <message>
        <source>Clear the cells</source>
        <translation>Vaciar las celdas</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Rellenar hacia abajo</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Añadir una fila</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>Quitar la fila</translation>
    </message>
    <message>
        <source>Move the row up</source>
        <translation>Subir la fila</translation>
    </message>
    <message>
        <source>Move the row down</source>
        <translation>Bajar la fila</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>En las tablas</translation>
    </message>
    <message>
        <source>Paste table</source>
        <translation>Pegar tabla</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Import places</source>
        <translation>Importar lugares</translation>
    </message>
    <message>
        <source>Import {what}</source>
        <translation>Importar {what}</translation>
    </message>
    <message>
        <source>Exchange latitude and longitude</source>
        <translation>Intercambiar latitud y longitud</translation>
    </message>
    <message>
        <source>Apply {what}</source>
        <translation>Aplicar {what}</translation>
    </message>
    <message>
        <source>Raise {what}</source>
        <translation>Formular {what}</translation>
    </message>
    <message>
        <source>Respond to {what}</source>
        <translation>Responder a {what}</translation>
    </message>
    <message>
        <source>Assess {what}</source>
        <translation>Evaluar {what}</translation>
    </message>
    <message>
        <source>Close {what}</source>
        <translation>Cerrar {what}</translation>
    </message>
    <message>
        <source>Judge {what}</source>
        <translation>Juzgar {what}</translation>
    </message>
    <message>
        <source>Justify {what}</source>
        <translation>Justificar {what}</translation>
    </message>
    <message>
        <source>Withdraw the reason for {what}</source>
        <translation>Retirar la justificación de {what}</translation>
    </message>
    <message>
        <source>Take a note</source>
        <translation>Tomar una nota</translation>
    </message>
    <message>
        <source>Take over a table of findings</source>
        <translation>Incorporar una tabla de hallazgos</translation>
    </message>
    <message>
        <source>Take over the annotations of {what}</source>
        <translation>Incorporar las anotaciones de {what}</translation>
    </message>
    <message>
        <source>Take over the review of {what}</source>
        <translation>Incorporar la revisión de {what}</translation>
    </message>
    <message>
        <source>Merge what was saved meanwhile</source>
        <translation>Combinar lo guardado entretanto</translation>
    </message>
    <message>
        <source>Bring back {what}</source>
        <translation>Recuperar {what}</translation>
    </message>
    <message>
        <source>Restore the backup of {what}</source>
        <translation>Restaurar la copia de seguridad del {what}</translation>
    </message>
    <message>
        <source>Restore {what}</source>
        <translation>Restaurar {what}</translation>
    </message>
    <message>
        <source>Take back {what}</source>
        <translation>Retirar: {what}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>«{text}» no es un número.</translation>
    </message>
    <message>
        <source>Write it in digits, for example 1,048.5.</source>
        <translation>Escríbalo en cifras, por ejemplo 1,048.5.</translation>
    </message>
    <message>
        <source>“{text}” can mean {meanings}.</source>
        <translation>«{text}» puede significar {meanings}.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>Which one is meant?</source>
        <translation>¿Cuál es el correcto?</translation>
    </message>
    <message>
        <source>Give the number in {unit}.</source>
        <translation>Indique el número en {unit}.</translation>
    </message>
    <message>
        <source>“{unit}” behind the number is not a unit.</source>
        <translation>«{unit}» detrás del número no es una unidad.</translation>
    </message>
    <message>
        <source>{amount} per year</source>
        <translation>{amount} por año</translation>
    </message>
    <message>
        <source>{unit} does not fit here: the field is in {wanted}.</source>
        <translation>{unit} no sirve aquí: el campo está en {wanted}.</translation>
    </message>
    <message>
        <source>Check the unit, or give the number alone.</source>
        <translation>Compruebe la unidad o indique solo el número.</translation>
    </message>
    <message>
        <source>{typed} read as {made}</source>
        <translation>{typed} leído como {made}</translation>
    </message>
    <message>
        <source>“{side}” is not a side of this coordinate: latitudes are north or south, longitudes east or west.</source>
        <translation>«{side}» no corresponde a esta coordenada: la latitud es norte o sur, la longitud este u oeste.</translation>
    </message>
    <message>
        <source>Check whether latitude and longitude are exchanged.</source>
        <translation>Compruebe si latitud y longitud están intercambiadas.</translation>
    </message>
    <message>
        <source>{value} is not a latitude: they run from -90 to 90 degrees.</source>
        <translation>{value} no es una latitud: va de -90 a 90 grados.</translation>
    </message>
    <message>
        <source>{value} is not a longitude: they run from -180 to 180 degrees.</source>
        <translation>{value} no es una longitud: va de -180 a 180 grados.</translation>
    </message>
    <message>
        <source>{value} is more than a full turn of 360 degrees.</source>
        <translation>{value} es más que una vuelta completa de 360 grados.</translation>
    </message>
    <message>
        <source>Minutes and seconds of an angle are below 60.</source>
        <translation>Los minutos y segundos de un ángulo son menores que 60.</translation>
    </message>
    <message>
        <source>Check the coordinates.</source>
        <translation>Compruebe las coordenadas.</translation>
    </message>
    <message>
        <source>no unit, a plain number</source>
        <translation>sin unidad, un simple número</translation>
    </message>
    <message>
        <source>This methodology alone. The project as a whole reduces {total} {unit}.</source>
        <translation>Solo esta metodología. El proyecto en su conjunto reduce {total} {unit}.</translation>
    </message>
    <message>
        <source>Not calculated yet.</source>
        <translation>Sin calcular todavía.</translation>
    </message>
    <message>
        <source>Reductions of {total} {unit}, {average} a year</source>
        <translation>Reducciones de {total} {unit}, {average} al año</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Base de referencia</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Fugas</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>Reducciones</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>By year, {unit}</source>
        <translation>Por año, {unit}</translation>
    </message>
    <message>
        <source>Project and leakage</source>
        <translation>Proyecto y fugas</translation>
    </message>
    <message>
        <source>Folder for a copy of {name}</source>
        <translation>Carpeta para una copia de {name}</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}.</source>
        <translation>No se pudo escribir {file}: {why}.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Copied to {file}. Its hash is {hash}.</source>
        <translation>Copiado en {file}. Su hash es {hash}.</translation>
    </message>
    <message>
        <source>Start the project</source>
        <translation>Empezar el proyecto</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 error</translation>
    </message>
    <message>
        <source>{n} errors</source>
        <translation>{n} errores</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 advertencia</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} advertencias</translation>
    </message>
    <message>
        <source>no problems</source>
        <translation>sin problemas</translation>
    </message>
    <message>
        <source>Import a series</source>
        <translation>Importar una serie</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} no puede leerse.</translation>
    </message>
    <message>
        <source>left blank</source>
        <translation>en blanco</translation>
    </message>
    <message>
        <source>“{text}” is not a row that can be chosen here.</source>
        <translation>«{text}» no es una fila que pueda elegirse aquí.</translation>
    </message>
    <message>
        <source>Choose from the list.</source>
        <translation>Elija de la lista.</translation>
    </message>
    <message>
        <source>This value is not allowed here.</source>
        <translation>Este valor no se admite aquí.</translation>
    </message>
    <message>
        <source>Left blank on purpose, because</source>
        <translation>En blanco a propósito, porque</translation>
    </message>
    <message>
        <source>Estimated how?</source>
        <translation>¿Cómo se estimó?</translation>
    </message>
    <message>
        <source>Which table and row?</source>
        <translation>¿Qué tabla y qué fila?</translation>
    </message>
    <message>
        <source>Imported from which file?</source>
        <translation>¿Importado de qué archivo?</translation>
    </message>
    <message>
        <source>Why does the default or calculated value not fit? It is printed.</source>
        <translation>¿Por qué no sirve el valor por defecto o calculado? Se imprime.</translation>
    </message>
    <message>
        <source>Leave blank on purpose…</source>
        <translation>Dejar en blanco a propósito…</translation>
    </message>
    <message>
        <source>Origin of the value</source>
        <translation>Origen del valor</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Go to Project facts</source>
        <translation>Ir a Project facts</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Formular una constatación…</translation>
    </message>
    <message>
        <source>Note to oneself…</source>
        <translation>Nota para uno mismo…</translation>
    </message>
    <message>
        <source>Help for this field (F1)</source>
        <translation>Ayuda para este campo (F1)</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Introducido</translation>
    </message>
    <message>
        <source>Estimated…</source>
        <translation>Estimado…</translation>
    </message>
    <message>
        <source>Default of a table…</source>
        <translation>Valor por defecto de una tabla…</translation>
    </message>
    <message>
        <source>Imported…</source>
        <translation>Importado…</translation>
    </message>
    <message>
        <source>Overrides a default or calculated value…</source>
        <translation>Sustituye un valor por defecto o calculado…</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatorio</translation>
    </message>
    <message>
        <source>show</source>
        <translation>mostrar</translation>
    </message>
    <message>
        <source>Shown here from Project facts</source>
        <translation>Se muestra aquí desde Project facts</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>plegar</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>Más sobre {name}</translation>
    </message>
    <message>
        <source>Leave blank on purpose, origin of the value, help (Menu key)</source>
        <translation>Dejar en blanco a propósito, origen del valor, ayuda (tecla Menú)</translation>
    </message>
    <message>
        <source>Show these findings</source>
        <translation>Mostrar estas constataciones</translation>
    </message>
    <message>
        <source>Not closed: {names}</source>
        <translation>Sin cerrar: {names}</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>introducido</translation>
    </message>
    <message>
        <source>calculated</source>
        <translation>calculado</translation>
    </message>
    <message>
        <source>default</source>
        <translation>por defecto</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>sustituido</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimado</translation>
    </message>
    <message>
        <source>read as {value}</source>
        <translation>leído como {value}</translation>
    </message>
    <message>
        <source>{words}, printed as {printed}</source>
        <translation>{words}, impreso como {printed}</translation>
    </message>
    <message>
        <source>there is no place to go back to</source>
        <translation>no hay ningún lugar al que volver</translation>
    </message>
    <message>
        <source>you did not go back</source>
        <translation>no ha ido hacia atrás</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>no hay ningún proyecto abierto</translation>
    </message>
    <message>
        <source>the file holds everything</source>
        <translation>el archivo lo contiene todo</translation>
    </message>
    <message>
        <source>the project was never saved</source>
        <translation>el proyecto nunca se guardó</translation>
    </message>
    <message>
        <source>nothing changed since the last save</source>
        <translation>nada cambió desde que se guardó</translation>
    </message>
    <message>
        <source>nothing required is missing</source>
        <translation>no falta nada obligatorio</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>{place} and {n} more</source>
        <translation>{place} y {n} más</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rehecho: {what}</translation>
    </message>
    <message>
        <source>By others: {what}</source>
        <translation>Por otros: {what}</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Backups</source>
        <translation>Copias de &amp;seguridad</translation>
    </message>
    <message>
        <source>&amp;Bring back a document</source>
        <translation>Recu&amp;perar un documento</translation>
    </message>
    <message>
        <source>Carry &amp;over to a later form</source>
        <translation>Pasar a un &amp;formulario posterior</translation>
    </message>
    <message>
        <source>Cerulean</source>
        <translation>Cerulean</translation>
    </message>
    <message>
        <source>{title} – {file}[*] – Cerulean</source>
        <translation>{title} – {file}[*] – Cerulean</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>sin guardar todavía</translation>
    </message>
    <message>
        <source>{file}, read-only to review</source>
        <translation>{file}, solo para examinar</translation>
    </message>
    <message>
        <source>Read-only, to review</source>
        <translation>Solo para examinar</translation>
    </message>
    <message>
        <source>Not saved to a file yet</source>
        <translation>Sin guardar todavía en un archivo</translation>
    </message>
    <message>
        <source>1 edit since the last save</source>
        <translation>1 cambio desde que se guardó</translation>
    </message>
    <message>
        <source>{n} edits since the last save</source>
        <translation>{n} cambios desde que se guardó</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>&amp;Undo {label}</source>
        <translation>&amp;Deshacer {label}</translation>
    </message>
    <message>
        <source>&amp;Redo {label}</source>
        <translation>&amp;Rehacer {label}</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>no hay nada que deshacer</translation>
    </message>
    <message>
        <source>nothing was undone</source>
        <translation>no se deshizo nada</translation>
    </message>
    <message>
        <source>Scope {scopes}</source>
        <translation>Ámbito {scopes}</translation>
    </message>
    <message>
        <source>Scale: {scale}</source>
        <translation>Escala: {scale}</translation>
    </message>
    <message>
        <source>Energy industries</source>
        <translation>Industrias energéticas</translation>
    </message>
    <message>
        <source>Energy distribution</source>
        <translation>Distribución de energía</translation>
    </message>
    <message>
        <source>Energy demand</source>
        <translation>Demanda de energía</translation>
    </message>
    <message>
        <source>Manufacturing industries</source>
        <translation>Industrias manufactureras</translation>
    </message>
    <message>
        <source>Chemical industry</source>
        <translation>Industria química</translation>
    </message>
    <message>
        <source>Construction</source>
        <translation>Construcción</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>Mining and mineral production</source>
        <translation>Minería y producción mineral</translation>
    </message>
    <message>
        <source>Metal production</source>
        <translation>Producción de metales</translation>
    </message>
    <message>
        <source>Fugitive emissions from fuels</source>
        <translation>Emisiones fugitivas de combustibles</translation>
    </message>
    <message>
        <source>Fugitive emissions of halocarbons and SF6</source>
        <translation>Emisiones fugitivas de halocarburos y SF6</translation>
    </message>
    <message>
        <source>Solvents use</source>
        <translation>Uso de disolventes</translation>
    </message>
    <message>
        <source>Waste handling and disposal</source>
        <translation>Tratamiento y eliminación de residuos</translation>
    </message>
    <message>
        <source>Afforestation and reforestation</source>
        <translation>Forestación y reforestación</translation>
    </message>
    <message>
        <source>Agriculture</source>
        <translation>Agricultura</translation>
    </message>
    <message>
        <source>Carbon capture and storage</source>
        <translation>Captura y almacenamiento de carbono</translation>
    </message>
    <message>
        <source>large</source>
        <translation>grande</translation>
    </message>
    <message>
        <source>small</source>
        <translation>pequeña</translation>
    </message>
    <message>
        <source>in force from {start} to {end}</source>
        <translation>en vigor del {start} al {end}</translation>
    </message>
    <message>
        <source>in force from {start}</source>
        <translation>en vigor desde el {start}</translation>
    </message>
    <message>
        <source>in force to {end}</source>
        <translation>en vigor hasta el {end}</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>aún sin respuesta</translation>
    </message>
    <message>
        <source>Which one is meant? Written as {example} there is no doubt.</source>
        <translation>¿Cuál se quiere decir? Escrita {example} no hay duda.</translation>
    </message>
    <message>
        <source>1 column on the right of what was pasted found no place in the table.</source>
        <translation>1 columna a la derecha de lo pegado no encontró lugar en la tabla.</translation>
    </message>
    <message>
        <source>{n} columns on the right of what was pasted found no place in the table.</source>
        <translation>{n} columnas a la derecha de lo pegado no encontraron lugar en la tabla.</translation>
    </message>
    <message>
        <source>1 row at the end of what was pasted found no place in the table.</source>
        <translation>1 fila al final de lo pegado no encontró lugar en la tabla.</translation>
    </message>
    <message>
        <source>{n} rows at the end of what was pasted found no place in the table.</source>
        <translation>{n} filas al final de lo pegado no encontraron lugar en la tabla.</translation>
    </message>
    <message>
        <source>They are on the clipboard still. Undo takes the rest back too.</source>
        <translation>Siguen en el portapapeles. Deshacer retira también lo demás.</translation>
    </message>
    <message>
        <source>1 cell could not be read. It keeps what was pasted and is marked.</source>
        <translation>1 celda no se pudo leer. Conserva lo pegado y está marcada.</translation>
    </message>
    <message>
        <source>{n} cells could not be read. They keep what was pasted and are marked.</source>
        <translation>{n} celdas no se pudieron leer. Conservan lo pegado y están marcadas.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
</context>
<context>
    <name>BlankNote</name>
    <message>
        <source>Answer after all</source>
        <translation>Responder de todos modos</translation>
    </message>
    <message>
        <source>Left blank on purpose: {reason}</source>
        <translation>En blanco a propósito: {reason}</translation>
    </message>
</context>
<context>
    <name>BlockEditor</name>
    <message>
        <source>Add another (Alt+Insert)</source>
        <translation>Añadir otro (Alt+Insert)</translation>
    </message>
</context>
<context>
    <name>BlocksView</name>
    <message>
        <source>The arrow keys go from value to value, Enter shows how a value is worked out.</source>
        <translation>Las flechas van de valor en valor, Intro muestra cómo se calcula un valor.</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>What is left here: {n} required</source>
        <translation>Falta aquí: {n} obligatorios</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>faltan {n}</translation>
    </message>
    <message>
        <source>Nothing required is left here</source>
        <translation>Aquí no falta nada obligatorio</translation>
    </message>
    <message>
        <source>none left</source>
        <translation>nada pendiente</translation>
    </message>
    <message>
        <source>next: {place} (Ctrl+Enter)</source>
        <translation>siguiente: {place} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>next: {place}</source>
        <translation>siguiente: {place}</translation>
    </message>
    <message>
        <source>{name} · {percent} %</source>
        <translation>{name} · {percent} %</translation>
    </message>
</context>
<context>
    <name>ButtonsEditor</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>CalculationPage</name>
    <message>
        <source>Results by year</source>
        <translation>Resultados por año</translation>
    </message>
    <message>
        <source>What if: sensitivity, other choices, what changed</source>
        <translation>Qué pasaría si: sensibilidad, otras opciones, qué cambió</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Datos de entrada</translation>
    </message>
    <message>
        <source>1 thing stands in the way; nothing is calculated from what is missing</source>
        <translation>Hay 1 impedimento; no se calcula nada a partir de lo que falta</translation>
    </message>
    <message>
        <source>{n} things stand in the way; nothing is calculated from what is missing</source>
        <translation>Hay {n} impedimentos; no se calcula nada a partir de lo que falta</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Conviene mirarlo</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… y {n} más</translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>Without a caption it gets no number.</source>
        <translation>Sin leyenda no recibe número.</translation>
    </message>
    <message>
        <source>The picture is not among the files of the project.</source>
        <translation>La imagen no está entre los archivos del proyecto.</translation>
    </message>
    <message>
        <source>No alternative text: what does it show, for those who cannot see it?</source>
        <translation>Sin texto alternativo: ¿qué muestra, para quien no puede verla?</translation>
    </message>
    <message>
        <source>Alternative text: {words}</source>
        <translation>Texto alternativo: {words}</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Compare from now on</source>
        <translation>Comparar desde ahora</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Desde las {time}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Porque</translation>
    </message>
    <message>
        <source>No figure changed.</source>
        <translation>No cambió ninguna cifra.</translation>
    </message>
</context>
<context>
    <name>CheckButton</name>
    <message>
        <source>Show the problems (F5 checks again)</source>
        <translation>Mostrar los problemas (F5 comprueba de nuevo)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Check: {counts}</source>
        <translation>Comprobación: {counts}</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Questions of the checklist</source>
        <translation>Preguntas de la lista de comprobación</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Se cumple</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>No se cumple</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>No se aplica</translation>
    </message>
    <message>
        <source>What was looked at, and what it showed</source>
        <translation>Qué se examinó y qué mostró</translation>
    </message>
    <message>
        <source>Keep the judgement</source>
        <translation>Guardar la valoración</translation>
    </message>
    <message>
        <source>Finding that the judgement led to</source>
        <translation>Constatación a la que llevó la valoración</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Formular una constatación…</translation>
    </message>
    <message>
        <source>At the first place of the question; the judgement is linked to it</source>
        <translation>En el primer lugar de la pregunta; la valoración queda unida a ella</translation>
    </message>
    <message>
        <source>Show the finding</source>
        <translation>Mostrar la constatación</translation>
    </message>
    <message>
        <source>{n} of {all} judged</source>
        <translation>{n} de {all} valoradas</translation>
    </message>
    <message>
        <source>met</source>
        <translation>se cumple</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>no se cumple</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>no se aplica</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>sin valorar todavía</translation>
    </message>
    <message>
        <source>The check: {words}</source>
        <translation>La comprobación: {words}</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Ninguna constatación</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Mine</source>
        <translation>Lo mío</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Lo suyo</translation>
    </message>
    <message>
        <source>Before, as both began</source>
        <translation>Antes, cuando ambos empezaron</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in Cerulean</source>
        <translation>Algo falló en Cerulean</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Algo falló en el programa</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours. Everything that was entered up to now is kept. You can go on; if the program behaves oddly, start it again. The text below helps to mend the fault.</source>
        <translation>Es un fallo del programa, no de usted. Se conserva todo lo introducido hasta ahora. Puede continuar; si el programa se comporta de forma extraña, reinícielo. El texto siguiente ayuda a corregir el fallo.</translation>
    </message>
    <message>
        <source>Details of the fault</source>
        <translation>Detalles del fallo</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>Calendar for {name}</source>
        <translation>Calendario para {name}</translation>
    </message>
    <message>
        <source>Choose a day from the calendar (Alt+Down)</source>
        <translation>Elegir un día en el calendario (Alt+Abajo)</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>día/mes/año</translation>
    </message>
</context>
<context>
    <name>DefaultStrip</name>
    <message>
        <source>Take a value from a table (1 row)</source>
        <translation>Tomar un valor de una tabla (1 fila)</translation>
    </message>
    <message>
        <source>Take a value from a table ({n} rows)</source>
        <translation>Tomar un valor de una tabla ({n} filas)</translation>
    </message>
    <message>
        <source>The table has a newer value: {value} ({row}). Take it</source>
        <translation>La tabla tiene un valor más reciente: {value} ({row}). Tomarlo</translation>
    </message>
    <message>
        <source>Put the cursor into the cell that the value is for, then take it.</source>
        <translation>Ponga el cursor en la celda a la que corresponde el valor y tómelo.</translation>
    </message>
</context>
<context>
    <name>EmptyTable</name>
    <message>
        <source>Nothing here yet. Each row holds: {heads}.</source>
        <translation>Todavía no hay nada. Cada fila contiene: {heads}.</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>Por ejemplo: {example}</translation>
    </message>
    <message>
        <source>Add the first row</source>
        <translation>Añadir la primera fila</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>Pegar desde una hoja de cálculo</translation>
    </message>
    <message>
        <source>Add the first row to {label}</source>
        <translation>Añadir la primera fila a {label}</translation>
    </message>
</context>
<context>
    <name>EvidenceDrops</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Taken into the list of evidence: {names}.</source>
        <translation>Añadido a la lista de pruebas: {names}.</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>No evidence is named yet. Drop files on the table of evidence, or on a field that asks for a file; each is carried in the project with its hash.</source>
        <translation>Todavía no se indica ninguna prueba documental. Arrastre archivos a la tabla de pruebas o a un campo que pida un archivo; el proyecto lleva cada uno con su hash.</translation>
    </message>
    <message>
        <source>Copy into a folder…</source>
        <translation>Copiar en una carpeta…</translation>
    </message>
    <message>
        <source>1 exhibit</source>
        <translation>1 prueba</translation>
    </message>
    <message>
        <source>{n} exhibits</source>
        <translation>{n} pruebas</translation>
    </message>
    <message>
        <source>1 is cited nowhere</source>
        <translation>1 no se cita en ningún lugar</translation>
    </message>
    <message>
        <source>{n} are cited nowhere</source>
        <translation>{n} no se citan en ningún lugar</translation>
    </message>
    <message>
        <source>cited once</source>
        <translation>citada una vez</translation>
    </message>
    <message>
        <source>cited {n} times</source>
        <translation>citada {n} veces</translation>
    </message>
    <message>
        <source>not cited</source>
        <translation>no citada</translation>
    </message>
    <message>
        <source>no file is carried in the project</source>
        <translation>el proyecto no lleva ningún archivo</translation>
    </message>
    <message>
        <source>Choose an exhibit whose file the project carries.</source>
        <translation>Elija una prueba cuyo archivo esté en el proyecto.</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>Explain…</source>
        <translation>Explicar…</translation>
    </message>
    <message>
        <source>Say why this may stay as it is; the reason is printed.</source>
        <translation>Diga por qué puede quedar así; el motivo se imprime.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>The reason no longer holds; the warning is open again.</source>
        <translation>El motivo ya no vale; la advertencia vuelve a estar abierta.</translation>
    </message>
    <message>
        <source>Why it is right as it is</source>
        <translation>Por qué es correcto así</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Keep reason</source>
        <translation>Guardar el motivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Justificado</translation>
    </message>
</context>
<context>
    <name>FieldView</name>
    <message>
        <source>Replaces the default {was} ({source}). Why?</source>
        <translation>Sustituye el valor por defecto {was} ({source}). ¿Por qué?</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Caption</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Texto alternativo</translation>
    </message>
    <message>
        <source>What the picture shows, for those who cannot see it: read aloud in its place.</source>
        <translation>Lo que muestra la imagen, para quien no puede verla: se lee en voz alta en su lugar.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Attach…</source>
        <translation>Adjuntar…</translation>
    </message>
    <message>
        <source>Copy into a folder…</source>
        <translation>Copiar en una carpeta…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Reemplazar…</translation>
    </message>
    <message>
        <source>Attach a file to {name}</source>
        <translation>Adjuntar un archivo a {name}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>{name} · {size}</source>
        <translation>{name} · {size}</translation>
    </message>
    <message>
        <source>A file is named here that the project does not carry.</source>
        <translation>Aquí se indica un archivo que no está en el proyecto.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>Open read-only to review</source>
        <translation>Abrir solo para examinar</translation>
    </message>
    <message>
        <source>Cerulean project (*{suffix})</source>
        <translation>Proyecto de Cerulean (*{suffix})</translation>
    </message>
    <message>
        <source>Archives and dossiers (*.json *.pdf)</source>
        <translation>Archivos JSON y expedientes (*.json *.pdf)</translation>
    </message>
    <message>
        <source>Import a project</source>
        <translation>Importar un proyecto</translation>
    </message>
    <message>
        <source>What stands in the file is on screen again.</source>
        <translation>Lo que está en el archivo vuelve a estar en pantalla.</translation>
    </message>
    <message>
        <source>What was not saved is kept among the backups (menu File).</source>
        <translation>Lo que no se había guardado queda entre las copias de seguridad (menú Archivo).</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperarlo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Nothing was open yet</source>
        <translation>Todavía no había nada abierto</translation>
    </message>
    <message>
        <source>1 edit is not in a file yet.</source>
        <translation>1 cambio no está todavía en un archivo.</translation>
    </message>
    <message>
        <source>{n} edits are not in a file yet.</source>
        <translation>{n} cambios no están todavía en un archivo.</translation>
    </message>
    <message>
        <source>What is not saved now can be recovered the next time.</source>
        <translation>Lo que no se guarde ahora podrá recuperarse la próxima vez.</translation>
    </message>
    <message>
        <source>Save, then go on</source>
        <translation>Guardar y continuar</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Continuar sin guardar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>What you wrote is not in a review file yet.</source>
        <translation>Lo que usted escribió todavía no está en un archivo de examen.</translation>
    </message>
    <message>
        <source>Write a review file, then go on</source>
        <translation>Escribir un archivo de examen y continuar</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Guardar el proyecto como</translation>
    </message>
    <message>
        <source>Archive (*.json)</source>
        <translation>Archivo JSON (*.json)</translation>
    </message>
    <message>
        <source>Export an archive</source>
        <translation>Exportar un archivo JSON</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <translation>Exportado a {file}.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Saved, but without a backup: {trouble}</source>
        <translation>Guardado, pero sin copia de seguridad: {trouble}</translation>
    </message>
    <message>
        <source>the review of {file}</source>
        <translation>el examen de {file}</translation>
    </message>
    <message>
        <source>a project that was never saved</source>
        <translation>un proyecto que nunca se guardó</translation>
    </message>
    <message>
        <source>1 edit</source>
        <translation>1 cambio</translation>
    </message>
    <message>
        <source>{n} edits</source>
        <translation>{n} cambios</translation>
    </message>
    <message>
        <source>Work on {name} of {when} was not saved: {edits}.</source>
        <translation>No se guardó el trabajo en {name} del {when}: {edits}.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Ask again next time</source>
        <translation>Preguntar la próxima vez</translation>
    </message>
    <message>
        <source>Merge both…</source>
        <translation>Combinar ambos…</translation>
    </message>
    <message>
        <source>Save mine under another name…</source>
        <translation>Guardar lo mío con otro nombre…</translation>
    </message>
    <message>
        <source>Projects, archives and dossiers (*{suffix} *.json *.pdf);;All files (*)</source>
        <translation>Proyectos, archivos JSON y expedientes (*{suffix} *.json *.pdf);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Found</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Command, section, field or words of an answer</source>
        <translation>Orden, sección, campo o palabras de una respuesta</translation>
    </message>
    <message>
        <source>Find in the project: words of an answer</source>
        <translation>Buscar en el proyecto: palabras de una respuesta</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter goes there, Escape closes.</source>
        <translation>Arriba y Abajo eligen, Intro va al lugar, Escape cierra.</translation>
    </message>
    <message>
        <source>Nothing in the project has these words.</source>
        <translation>Nada en el proyecto contiene estas palabras.</translation>
    </message>
    <message>
        <source>F3 goes on to the next.</source>
        <translation>F3 pasa al siguiente.</translation>
    </message>
    <message>
        <source>{n} found.</source>
        <translation>Resultados: {n}.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No answer says “{text}”.</source>
        <translation>Ninguna respuesta dice «{text}».</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>Type of finding</source>
        <translation>Tipo de constatación</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>What is wrong, unclear, done or judged</source>
        <translation>Qué está mal, no está claro, se hizo o se valoró</translation>
    </message>
    <message>
        <source>Requirement it rests on (clause)</source>
        <translation>Requisito en que se basa (cláusula)</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Requisito</translation>
    </message>
    <message>
        <source>Due: day/month/year</source>
        <translation>Plazo: día/mes/año</translation>
    </message>
    <message>
        <source>Response due on, day/month/year</source>
        <translation>Plazo de respuesta, día/mes/año</translation>
    </message>
    <message>
        <source>Evidence for the response</source>
        <translation>Pruebas de la respuesta</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privada</translation>
    </message>
    <message>
        <source>Stays out of review files and public editions.</source>
        <translation>No entra en archivos de examen ni en ediciones públicas.</translation>
    </message>
    <message>
        <source>The finding is closed</source>
        <translation>La constatación está cerrada</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Raise a finding: {where}</source>
        <translation>Formular una constatación: {where}</translation>
    </message>
    <message>
        <source>Raise the finding</source>
        <translation>Formular la constatación</translation>
    </message>
    <message>
        <source>Respond to {name}</source>
        <translation>Responder a {name}</translation>
    </message>
    <message>
        <source>Respond</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>No evidence cited</source>
        <translation>Sin pruebas citadas</translation>
    </message>
    <message>
        <source>Assess {name}</source>
        <translation>Evaluar {name}</translation>
    </message>
    <message>
        <source>Keep the assessment</source>
        <translation>Guardar la evaluación</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings shown</source>
        <translation>Constataciones mostradas</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Sin cerrar</translation>
    </message>
    <message>
        <source>At the field in focus</source>
        <translation>En el campo activo</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Raise a finding…</source>
        <translation>Formular una constatación…</translation>
    </message>
    <message>
        <source>At the field in focus, or at the passage that is selected in it</source>
        <translation>En el campo activo, o en el pasaje seleccionado en él</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constataciones</translation>
    </message>
    <message>
        <source>The chosen finding</source>
        <translation>La constatación elegida</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
    <message>
        <source>Respond…</source>
        <translation>Responder…</translation>
    </message>
    <message>
        <source>Assess…</source>
        <translation>Evaluar…</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>día/mes/año</translation>
    </message>
    <message>
        <source>Response due on, day/month/year</source>
        <translation>Plazo de respuesta, día/mes/año</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Pública</translation>
    </message>
    <message>
        <source>What is not public stays out of review files and public editions.</source>
        <translation>Lo que no es público no entra en archivos de examen ni en ediciones públicas.</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>1 not closed</source>
        <translation>1 sin cerrar</translation>
    </message>
    <message>
        <source>{n} not closed</source>
        <translation>{n} sin cerrar</translation>
    </message>
    <message>
        <source>1 overdue</source>
        <translation>1 con plazo vencido</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>{n} con plazo vencido</translation>
    </message>
    <message>
        <source>No finding here. Choose “All” to see the others.</source>
        <translation>Aquí no hay constataciones. Elija «Todas» para ver las demás.</translation>
    </message>
    <message>
        <source>Nothing was raised yet. A CAR is a mistake that must be mended, a CL asks for what is missing or unclear, a FAR is looked at in the first verification. Put the cursor in a field, or select a passage, and raise a finding there (EB 44, annex 3, paragraphs 35 and 36).</source>
        <translation>Todavía no se ha formulado nada. Una CAR es un error que debe corregirse, una CL pide lo que falta o no está claro, una FAR se examina en la primera verificación. Ponga el cursor en un campo, o seleccione un pasaje, y formule allí una constatación (EB 44, anexo 3, párrafos 35 y 36).</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privada</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>{status}, overdue since {date}</source>
        <translation>{status}, plazo vencido el {date}</translation>
    </message>
    <message>
        <source>{status}, due {date}</source>
        <translation>{status}, plazo: {date}</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source> and {n} more</source>
        <translation> y {n} más</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Choose a section or a field.</source>
        <translation>Elija una sección o un campo.</translation>
    </message>
    <message>
        <source>Usual faults</source>
        <translation>Errores habituales</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>shown here from Project facts</source>
        <translation>tomado aquí de los datos del proyecto</translation>
    </message>
    <message>
        <source>◐ The source could be read only in part: treat this as advice.</source>
        <translation>◐ La fuente solo pudo leerse en parte: tómelo como un consejo.</translation>
    </message>
    <message>
        <source>○ The source could not be read: compare this with the official text.</source>
        <translation>○ La fuente no pudo leerse: compárelo con el texto oficial.</translation>
    </message>
    <message>
        <source>unit: {unit}</source>
        <translation>unidad: {unit}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatorio</translation>
    </message>
    <message>
        <source>default: {value} ({source})</source>
        <translation>por defecto: {value} ({source})</translation>
    </message>
    <message>
        <source>Section {title}</source>
        <translation>Sección {title}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
    <message>
        <source>● Read in the source.</source>
        <translation>● Leído en la fuente.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>The seal is broken at edit {n}: another program changed the log from there on.</source>
        <translation>El sello está roto en la edición {n}: otro programa cambió el registro a partir de ahí.</translation>
    </message>
    <message>
        <source>Seal verified: every edit follows from the one before.</source>
        <translation>Sello verificado: cada edición sigue a la anterior.</translation>
    </message>
    <message>
        <source>Following the seal: edit {n} …</source>
        <translation>Comprobando el sello: edición {n} …</translation>
    </message>
    <message>
        <source>Taken back; undo brings it forward again.</source>
        <translation>Edición retirada; Deshacer la vuelve a poner.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Name, step, field or day: Ana, import, A.2, 2026-03</source>
        <translation>Nombre, paso, campo o día: Ana, import, A.2, 2026-03</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Filtrar el historial</translation>
    </message>
    <message>
        <source>No edit has all these words.</source>
        <translation>Ninguna edición contiene todas estas palabras.</translation>
    </message>
    <message>
        <source>Open the field</source>
        <translation>Abrir el campo</translation>
    </message>
    <message>
        <source>Take back this edit</source>
        <translation>Retirar esta edición</translation>
    </message>
    <message>
        <source>Back to the form (Esc)</source>
        <translation>Volver al formulario (Esc)</translation>
    </message>
    <message>
        <source>Edits, the newest first</source>
        <translation>Ediciones, la más reciente primero</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Cannot be taken back by itself: {why}</source>
        <translation>No se puede retirar por sí sola: {why}</translation>
    </message>
    <message>
        <source>No edit was made yet.</source>
        <translation>Aún no se ha hecho ninguna modificación.</translation>
    </message>
</context>
<context>
    <name>ImportSeriesDialog</name>
    <message>
        <source>Import a series</source>
        <translation>Importar una serie</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Rows of the head</source>
        <translation>Filas del encabezado</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Signo decimal</translation>
    </message>
    <message>
        <source>Point: 1,234.5</source>
        <translation>Punto: 1,234.5</translation>
    </message>
    <message>
        <source>Comma: 1.234,5</source>
        <translation>Coma: 1.234,5</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Unit in the file</source>
        <translation>Unidad en el archivo</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Primeras filas del archivo</translation>
    </message>
    <message>
        <source>What is wrong, row by row</source>
        <translation>Qué está mal, fila por fila</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Import {file} into {label}</source>
        <translation>Importar {file} en {label}</translation>
    </message>
    <message>
        <source>Count the rows: 1, 2, 3 …</source>
        <translation>Contar las filas: 1, 2, 3 …</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Elija una columna</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>No está en el archivo</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>The file cannot be read this way: {why}</source>
        <translation>El archivo no puede leerse así: {why}</translation>
    </message>
    <message>
        <source>Import 1 row</source>
        <translation>Importar 1 fila</translation>
    </message>
    <message>
        <source>Import {n} rows</source>
        <translation>Importar {n} filas</translation>
    </message>
    <message>
        <source>{n} new values</source>
        <translation>{n} valores nuevos</translation>
    </message>
    <message>
        <source>{n} replaced</source>
        <translation>{n} reemplazados</translation>
    </message>
    <message>
        <source>{n} as they are</source>
        <translation>{n} sin cambios</translation>
    </message>
    <message>
        <source>{n} new rows</source>
        <translation>{n} filas nuevas</translation>
    </message>
    <message>
        <source>{n} rows with a fault are left out</source>
        <translation>se omiten {n} filas con errores</translation>
    </message>
    <message>
        <source>… and {n} more</source>
        <translation>… y {n} más</translation>
    </message>
</context>
<context>
    <name>InputsTree</name>
    <message>
        <source>Inputs in groups</source>
        <translation>Datos de entrada por grupos</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Dato de entrada</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>{n} not used</source>
        <translation>{n} sin usar</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 dato</translation>
    </message>
    <message>
        <source>{n} inputs</source>
        <translation>{n} datos</translation>
    </message>
    <message>
        <source>What is not used with the choices made is left out.</source>
        <translation>Se omite lo que no se usa con las opciones elegidas.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>several</source>
        <translation>varios</translation>
    </message>
</context>
<context>
    <name>InsertMenu</name>
    <message>
        <source>Calculated figure</source>
        <translation>Cifra calculada</translation>
    </message>
    <message>
        <source>Project fact</source>
        <translation>Dato del proyecto</translation>
    </message>
    <message>
        <source>Reference to a figure</source>
        <translation>Referencia a una figura</translation>
    </message>
    <message>
        <source>Reference to a table</source>
        <translation>Referencia a una tabla</translation>
    </message>
    <message>
        <source>Reference to a section</source>
        <translation>Referencia a una sección</translation>
    </message>
    <message>
        <source>Reference to evidence</source>
        <translation>Referencia a una prueba</translation>
    </message>
    <message>
        <source>Picture from the evidence list</source>
        <translation>Imagen de la lista de pruebas</translation>
    </message>
    <message>
        <source>Footnote of the selected words</source>
        <translation>Nota al pie de las palabras seleccionadas</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Examen</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Take in annotations of a PDF</source>
        <translation>Incorporar las anotaciones de un PDF</translation>
    </message>
    <message>
        <source>Printed dossier (*.pdf)</source>
        <translation>Expediente impreso (*.pdf)</translation>
    </message>
    <message>
        <source>Take in a table of findings</source>
        <translation>Incorporar una tabla de constataciones</translation>
    </message>
    <message>
        <source>Table of findings (*.xlsx)</source>
        <translation>Tabla de constataciones (*.xlsx)</translation>
    </message>
    <message>
        <source>Write the table of findings</source>
        <translation>Escribir la tabla de constataciones</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>constataciones</translation>
    </message>
    <message>
        <source>Written to {file}; private findings stay here.</source>
        <translation>Escrito en {file}; las constataciones privadas se quedan aquí.</translation>
    </message>
    <message>
        <source>Printed from: {state}.</source>
        <translation>Impreso a partir de: {state}.</translation>
    </message>
    <message>
        <source>Printed from a state that is not known here: places may have moved.</source>
        <translation>Impreso a partir de un estado que aquí no se conoce: los lugares pueden haberse movido.</translation>
    </message>
    <message>
        <source>1 annotation is new.</source>
        <translation>1 anotación es nueva.</translation>
    </message>
    <message>
        <source>{n} annotations are new.</source>
        <translation>{n} anotaciones son nuevas.</translation>
    </message>
    <message>
        <source>No place found: kept at the document as a whole</source>
        <translation>Sin lugar encontrado: se conservan en el documento entero</translation>
    </message>
    <message>
        <source>At a field</source>
        <translation>En un campo</translation>
    </message>
    <message>
        <source>Take in 1 annotation</source>
        <translation>Incorporar 1 anotación</translation>
    </message>
    <message>
        <source>Take in {n} annotations</source>
        <translation>Incorporar {n} anotaciones</translation>
    </message>
    <message>
        <source>Take in the replies</source>
        <translation>Incorporar las respuestas</translation>
    </message>
    <message>
        <source>Annotations of a PDF</source>
        <translation>Anotaciones de un PDF</translation>
    </message>
    <message>
        <source>1 is a finding already.</source>
        <translation>1 ya es una constatación.</translation>
    </message>
    <message>
        <source>{n} are findings already.</source>
        <translation>{n} ya son constataciones.</translation>
    </message>
    <message>
        <source>1 reply becomes a round.</source>
        <translation>1 respuesta se convierte en una ronda.</translation>
    </message>
    <message>
        <source>{n} replies become rounds.</source>
        <translation>{n} respuestas se convierten en rondas.</translation>
    </message>
    <message>
        <source>passage moved</source>
        <translation>el pasaje se movió</translation>
    </message>
    <message>
        <source>passage changed</source>
        <translation>el pasaje cambió</translation>
    </message>
    <message>
        <source>place is gone</source>
        <translation>el lugar ya no existe</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Página {n}</translation>
    </message>
    <message>
        <source>1 finding is new.</source>
        <translation>1 constatación es nueva.</translation>
    </message>
    <message>
        <source>{n} findings are new.</source>
        <translation>{n} constataciones son nuevas.</translation>
    </message>
    <message>
        <source>1 round is new.</source>
        <translation>1 ronda es nueva.</translation>
    </message>
    <message>
        <source>{n} rounds are new.</source>
        <translation>{n} rondas son nuevas.</translation>
    </message>
    <message>
        <source>Rows with a fault</source>
        <translation>Filas con fallos</translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation>Fila {n}</translation>
    </message>
    <message>
        <source>New findings</source>
        <translation>Constataciones nuevas</translation>
    </message>
    <message>
        <source>Take in 1 finding</source>
        <translation>Incorporar 1 constatación</translation>
    </message>
    <message>
        <source>Take in {n} findings</source>
        <translation>Incorporar {n} constataciones</translation>
    </message>
    <message>
        <source>Take in the rounds</source>
        <translation>Incorporar las rondas</translation>
    </message>
    <message>
        <source>Table of findings</source>
        <translation>Tabla de constataciones</translation>
    </message>
    <message>
        <source>No row has a fault.</source>
        <translation>Ninguna fila tiene fallos.</translation>
    </message>
    <message>
        <source>1 row has a fault and is left out.</source>
        <translation>1 fila tiene un fallo y se omite.</translation>
    </message>
    <message>
        <source>{n} rows have a fault and are left out.</source>
        <translation>{n} filas tienen fallos y se omiten.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Reading remarks</source>
        <translation>Leyendo las observaciones</translation>
    </message>
    <message>
        <source>Taken in; undo takes it back.</source>
        <translation>Incorporado; puede deshacerse.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>No se puede leer el archivo.</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Deteniendo …</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Filter projects</source>
        <translation>Filtrar proyectos</translation>
    </message>
    <message>
        <source>Words, or host=China tonnes&gt;=10000 errors&gt;0 due&lt;today</source>
        <translation>Palabras, o host=China tonnes&gt;=10000 errors&gt;0 due&lt;today</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Proyectos</translation>
    </message>
    <message>
        <source>Library of projects</source>
        <translation>Biblioteca de proyectos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Buscar cambios</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>1 project</source>
        <translation>1 proyecto</translation>
    </message>
    <message>
        <source>{n} projects</source>
        <translation>{n} proyectos</translation>
    </message>
    <message>
        <source>No projects yet: add a folder that holds project files. Nothing is written into it.</source>
        <translation>Todavía no hay proyectos: añada una carpeta que contenga archivos de proyecto. No se escribe nada en ella.</translation>
    </message>
    <message>
        <source>{shown} of {known}</source>
        <translation>{shown} de {known}</translation>
    </message>
    <message>
        <source>Folder of projects</source>
        <translation>Carpeta de proyectos</translation>
    </message>
    <message>
        <source>Checking projects</source>
        <translation>Comprobando los proyectos</translation>
    </message>
    <message>
        <source>Folder for the dossiers</source>
        <translation>Carpeta de los expedientes</translation>
    </message>
    <message>
        <source>Printing projects</source>
        <translation>Imprimiendo los proyectos</translation>
    </message>
    <message>
        <source>Removing projects</source>
        <translation>Quitando los proyectos</translation>
    </message>
    <message>
        <source>No project is selected.</source>
        <translation>No hay ningún proyecto seleccionado.</translation>
    </message>
    <message>
        <source>Select the projects to remove, then press it again.</source>
        <translation>Seleccione los proyectos que quiere quitar y púlselo de nuevo.</translation>
    </message>
    <message>
        <source>Looking for projects</source>
        <translation>Buscando proyectos</translation>
    </message>
    <message>
        <source>1 project is in the trash.</source>
        <translation>1 proyecto está en la papelera.</translation>
    </message>
    <message>
        <source>{n} projects are in the trash.</source>
        <translation>{n} proyectos están en la papelera.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Bringing projects back</source>
        <translation>Recuperando los proyectos</translation>
    </message>
    <message>
        <source>1 project is back in its folder.</source>
        <translation>1 proyecto está de nuevo en su carpeta.</translation>
    </message>
    <message>
        <source>{n} projects are back.</source>
        <translation>{n} proyectos están de vuelta.</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>La papelera está vacía</translation>
    </message>
    <message>
        <source>1 dossier was printed.</source>
        <translation>Se imprimió 1 expediente.</translation>
    </message>
    <message>
        <source>{n} dossiers were printed.</source>
        <translation>Se imprimieron {n} expedientes.</translation>
    </message>
    <message>
        <source>The library did not do that.</source>
        <translation>La biblioteca no pudo hacerlo.</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>years and months</source>
        <translation>años y meses</translation>
    </message>
</context>
<context>
    <name>MatrixEditor</name>
    <message>
        <source>Name the members of the index sets first; then values are asked for each.</source>
        <translation>Nombre primero los miembros de los conjuntos de índices; después se pide un valor para cada uno.</translation>
    </message>
    <message>
        <source>Import CSV or XLSX</source>
        <translation>Importar CSV o XLSX</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Copiar (Ctrl+C)</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Pegar (Ctrl+V)</translation>
    </message>
    <message>
        <source>Fill down (Ctrl+D)</source>
        <translation>Rellenar hacia abajo (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Somebody else saved this file meanwhile</source>
        <translation>Otra persona guardó este archivo entretanto</translation>
    </message>
    <message>
        <source>Mine everywhere</source>
        <translation>Lo mío en todas partes</translation>
    </message>
    <message>
        <source>Theirs everywhere</source>
        <translation>Lo suyo en todas partes</translation>
    </message>
    <message>
        <source>Merge and save</source>
        <translation>Combinar y guardar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>1 change of theirs meets none of yours and is taken over.</source>
        <translation>1 cambio de la otra persona no toca ninguno de los de usted y se incorpora.</translation>
    </message>
    <message>
        <source>{n} changes of theirs meet none of yours and are taken over.</source>
        <translation>{n} cambios de la otra persona no tocan ninguno de los de usted y se incorporan.</translation>
    </message>
    <message>
        <source>At 1 place both changed the same: choose what counts.</source>
        <translation>En 1 lugar ambos cambiaron lo mismo: elija qué vale.</translation>
    </message>
    <message>
        <source>At {n} places both changed the same: choose what counts.</source>
        <translation>En {n} lugares ambos cambiaron lo mismo: elija qué vale.</translation>
    </message>
    <message>
        <source>Nowhere did both change the same.</source>
        <translation>En ningún lugar cambiaron ambos lo mismo.</translation>
    </message>
    <message>
        <source>The merge is one step that can be undone; what lies in the file now is kept as a backup.</source>
        <translation>La combinación es un solo paso que puede deshacerse; lo que hay ahora en el archivo se conserva como copia de seguridad.</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>You went on editing, and the conflicts are others now: look at them again.</source>
        <translation>Usted siguió editando y los conflictos son ahora otros: mírelos de nuevo.</translation>
    </message>
</context>
<context>
    <name>MessageLines</name>
    <message>
        <source>and {n} more</source>
        <translation>y {n} más</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
</context>
<context>
    <name>MethodologiesEditor</name>
    <message>
        <source>Choose from the list</source>
        <translation>Elegir de la lista</translation>
    </message>
    <message>
        <source>Choose a methodology from the list</source>
        <translation>Elegir una metodología de la lista</translation>
    </message>
</context>
<context>
    <name>MethodologyChooser</name>
    <message>
        <source>Code, title, scope, scale: landfill, small wind, I.D</source>
        <translation>Código, título, ámbito, escala: landfill, small wind, I.D</translation>
    </message>
    <message>
        <source>Filter methodologies</source>
        <translation>Filtrar metodologías</translation>
    </message>
    <message>
        <source>Tools too</source>
        <translation>También herramientas</translation>
    </message>
    <message>
        <source>Methodologies that ship</source>
        <translation>Metodologías incluidas</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Title, scope, scale, in force</source>
        <translation>Título, ámbito, escala, vigencia</translation>
    </message>
    <message>
        <source>The methodology in focus</source>
        <translation>La metodología elegida</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Cerrar la lista</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versión {number}</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>Apply {code} version {version}</source>
        <translation>Aplicar {code} versión {version}</translation>
    </message>
    <message>
        <source>Applicable when</source>
        <translation>Aplicable cuando</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>It names no conditions.</source>
        <translation>No indica condiciones.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Remite a</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
</context>
<context>
    <name>NarrativeMenu</name>
    <message>
        <source>Pages of the citation…</source>
        <translation>Páginas de la cita…</translation>
    </message>
    <message>
        <source>Caption and alternative text…</source>
        <translation>Leyenda y texto alternativo…</translation>
    </message>
    <message>
        <source>Remove figure</source>
        <translation>Quitar la figura</translation>
    </message>
    <message>
        <source>Caption of the table</source>
        <translation>Título de la tabla</translation>
    </message>
    <message>
        <source>Take “{word}” as known</source>
        <translation>Dar por conocida «{word}»</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Viñetas</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Add row below</source>
        <translation>Añadir fila debajo</translation>
    </message>
    <message>
        <source>Add column to the right</source>
        <translation>Añadir columna a la derecha</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Quitar fila</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Quitar columna</translation>
    </message>
    <message>
        <source>Set the column</source>
        <translation>Alinear la columna</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>A la izquierda</translation>
    </message>
    <message>
        <source>Right, as figures</source>
        <translation>A la derecha, como cifras</translation>
    </message>
    <message>
        <source>In the middle</source>
        <translation>En el centro</translation>
    </message>
    <message>
        <source>Remove table</source>
        <translation>Quitar tabla</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Title of the project</source>
        <translation>Título del proyecto</translation>
    </message>
    <message>
        <source>Start the project</source>
        <translation>Empezar el proyecto</translation>
    </message>
    <message>
        <source>Host country</source>
        <translation>País de acogida</translation>
    </message>
    <message>
        <source>Track and form</source>
        <translation>Vía y formulario</translation>
    </message>
    <message>
        <source>Start a new project</source>
        <translation>Empezar un proyecto nuevo</translation>
    </message>
    <message>
        <source>Answer the first three questions; the others can wait.</source>
        <translation>Responda a las tres primeras preguntas; las demás pueden esperar.</translation>
    </message>
    <message>
        <source>{country} becomes the first of the Parties involved, as the host.</source>
        <translation>{country} pasa a ser la primera de las Partes participantes, como Parte de acogida.</translation>
    </message>
    <message>
        <source>It can be given later, with the other Parties.</source>
        <translation>Puede indicarse más tarde, con las demás Partes.</translation>
    </message>
    <message>
        <source>It will also ask: {labels}.</source>
        <translation>También pedirá: {labels}.</translation>
    </message>
    <message>
        <source>{fields} fields in {sections} sections.</source>
        <translation>{fields} campos en {sections} secciones.</translation>
    </message>
    <message>
        <source>In force from {start} to {end}.</source>
        <translation>En vigor del {start} al {end}.</translation>
    </message>
    <message>
        <source>In force from {start}.</source>
        <translation>En vigor desde el {start}.</translation>
    </message>
    <message>
        <source>The original of this form could be read only in part.</source>
        <translation>El original de este formulario solo pudo leerse en parte.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>No notes. A note is a reminder at a field, for your own office: it is never printed and never sent in a review file or a public edition.</source>
        <translation>No hay notas. Una nota es un recordatorio junto a un campo, para su propia oficina: nunca se imprime ni se envía en un archivo de examen o una edición pública.</translation>
    </message>
    <message>
        <source>Notes to self</source>
        <translation>Notas personales</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note at the field in focus…</source>
        <translation>Nota en el campo activo…</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Guardar la nota</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Note at: {where}</source>
        <translation>Nota en: {where}</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Diesel, lower, Viet Nam 2019 …</source>
        <translation>Diesel, lower, Viet Nam 2019 …</translation>
    </message>
    <message>
        <source>Filter rows of tables</source>
        <translation>Filtrar filas de tablas</translation>
    </message>
    <message>
        <source>Values from tables</source>
        <translation>Valores de tablas</translation>
    </message>
    <message>
        <source>Value, {unit}</source>
        <translation>Valor, {unit}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>as printed: {value}</source>
        <translation>como está impreso: {value}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages of the dossier</source>
        <translation>Páginas del expediente</translation>
    </message>
</context>
<context>
    <name>PagesCard</name>
    <message>
        <source>Pages of the citation</source>
        <translation>Páginas de la cita</translation>
    </message>
    <message>
        <source>For instance 12, 3-5, or sheet Load. Empty: the whole document.</source>
        <translation>Por ejemplo 12, 3-5 u hoja Carga. Vacío: todo el documento.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: {label}</source>
        <translation>Elegir: {label}</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Dossier shown</source>
        <translation>Expediente mostrado</translation>
    </message>
    <message>
        <source>The pages appear here as they will be printed.</source>
        <translation>Las páginas aparecen aquí tal como se imprimirán.</translation>
    </message>
    <message>
        <source>Farther (Ctrl+wheel)</source>
        <translation>Alejar (Ctrl+rueda)</translation>
    </message>
    <message>
        <source>Closer (Ctrl+wheel)</source>
        <translation>Acercar (Ctrl+rueda)</translation>
    </message>
    <message>
        <source>Build the pages again</source>
        <translation>Crear las páginas de nuevo</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>página {page} de {pages}</translation>
    </message>
</context>
<context>
    <name>Previewing</name>
    <message>
        <source>There is no dossier for this project yet.</source>
        <translation>Todavía no hay expediente para este proyecto.</translation>
    </message>
    <message>
        <source>The pages could not be made: {error}</source>
        <translation>No se pudieron crear las páginas: {error}</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>Creando las páginas</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print dossier</source>
        <translation>Imprimir el expediente</translation>
    </message>
    <message>
        <source>Draft: marked DRAFT, with the list of problems</source>
        <translation>Borrador: marcado DRAFT, con la lista de problemas</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Definitivo</translation>
    </message>
    <message>
        <source>Final waits for 1 value that was typed and could not be read: mend or clear it.</source>
        <translation>La versión final espera 1 valor escrito que no se pudo leer: corríjalo o bórrelo.</translation>
    </message>
    <message>
        <source>Final waits for {n} values that were typed and could not be read: mend or clear them.</source>
        <translation>La versión final espera {n} valores escritos que no se pudieron leer: corríjalos o bórrelos.</translation>
    </message>
    <message>
        <source>Final waits for 1 error that the checks found. The draft lists it.</source>
        <translation>El definitivo espera por 1 error que halló la comprobación. El borrador lo enumera.</translation>
    </message>
    <message>
        <source>Final waits for {n} errors that the checks found. The draft lists them.</source>
        <translation>El definitivo espera por {n} errores que halló la comprobación. El borrador los enumera.</translation>
    </message>
    <message>
        <source>PDF/A-3 with the project inside: this program opens it again</source>
        <translation>PDF/A-3 con el proyecto dentro: este programa puede volver a abrirlo</translation>
    </message>
    <message>
        <source>PDF/A-2 without attachment: for portals that forbid them</source>
        <translation>PDF/A-2 sin adjunto: para portales que no los admiten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Cuáles</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>En la carpeta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Build draft PDF</source>
        <translation>Crear borrador PDF</translation>
    </message>
    <message>
        <source>Build {n} draft PDFs</source>
        <translation>Crear {n} borradores PDF</translation>
    </message>
    <message>
        <source>Build final dossier</source>
        <translation>Crear expediente definitivo</translation>
    </message>
    <message>
        <source>Build {n} final dossiers</source>
        <translation>Crear {n} expedientes definitivos</translation>
    </message>
    <message>
        <source>Choose what to print first.</source>
        <translation>Elija primero qué imprimir.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Esta carpeta no existe.</translation>
    </message>
    <message>
        <source>Folder for the dossier</source>
        <translation>Carpeta del expediente</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Building the dossier</source>
        <translation>Creando el expediente</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Built {names} in {folder}.</source>
        <translation>Se creó {names} en {folder}.</translation>
    </message>
    <message>
        <source>The dossier was not built.</source>
        <translation>No se creó el expediente.</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Problems of</source>
        <translation>Problemas de</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>Todo el proyecto</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Este documento</translation>
    </message>
    <message>
        <source>This section</source>
        <translation>Esta sección</translation>
    </message>
    <message>
        <source>The checks found nothing here.</source>
        <translation>La comprobación no halló nada aquí.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Passing the check means that no fault of form, consistency or arithmetic was found; not that the project will be approved or registered, nor that what it states is true.</source>
        <translation>Superar la comprobación significa que no se halló ningún error de forma, coherencia o aritmética; no que el proyecto vaya a aprobarse o registrarse, ni que sea cierto lo que declara.</translation>
    </message>
    <message>
        <source>Problems or progress</source>
        <translation>Problemas o avance</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Qué falta</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>What is left, by section</source>
        <translation>Qué falta, por sección</translation>
    </message>
    <message>
        <source>Nothing is left, and nothing blocks the final dossier.</source>
        <translation>No falta nada y nada impide el expediente definitivo.</translation>
    </message>
    <message>
        <source>1 required answer is left</source>
        <translation>Falta 1 respuesta obligatoria</translation>
    </message>
    <message>
        <source>{n} required answers are left</source>
        <translation>Faltan {n} respuestas obligatorias</translation>
    </message>
    <message>
        <source>1 error blocks the final dossier</source>
        <translation>1 error impide el expediente definitivo</translation>
    </message>
    <message>
        <source>{n} errors block the final dossier</source>
        <translation>{n} errores impiden el expediente definitivo</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>faltan {n}</translation>
    </message>
    <message>
        <source>1 blocks</source>
        <translation>1 lo impide</translation>
    </message>
    <message>
        <source>{n} block</source>
        <translation>{n} lo impiden</translation>
    </message>
</context>
<context>
    <name>ProjectModel</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Parte de acogida</translation>
    </message>
    <message>
        <source>Methodology</source>
        <translation>Metodología</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>t CO₂e a year</source>
        <translation>t CO₂e al año</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constataciones</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Overdue: a finding waits for a response since then.</source>
        <translation>Plazo vencido: una constatación espera respuesta desde entonces.</translation>
    </message>
</context>
<context>
    <name>ProseEditor</name>
    <message>
        <source>Captions and heads of tables hold plain words only.</source>
        <translation>Las leyendas y los encabezados de tablas solo contienen texto simple.</translation>
    </message>
</context>
<context>
    <name>ProseTools</name>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>Negrita (Ctrl+B)</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>Cursiva (Ctrl+I)</translation>
    </message>
    <message>
        <source>Subscript (Ctrl+=)</source>
        <translation>Subíndice (Ctrl+=)</translation>
    </message>
    <message>
        <source>Superscript (Ctrl+Shift+=)</source>
        <translation>Superíndice (Ctrl+Shift+=)</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Encabezado</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Viñetas</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numeración</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Insert a result, a fact, a reference, a picture or a footnote (Ctrl+Shift+I)</source>
        <translation>Insertar una cifra, un dato, una referencia, una imagen o una nota al pie (Ctrl+Shift+I)</translation>
    </message>
</context>
<context>
    <name>ReasonStrip</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write the reason first.</source>
        <translation>Escriba primero el motivo.</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>not named yet</source>
        <translation>sin nombre todavía</translation>
    </message>
    <message>
        <source>{label}, row {text}</source>
        <translation>{label}, fila {text}</translation>
    </message>
</context>
<context>
    <name>ReferenceEditor</name>
    <message>
        <source>There is no row to choose from yet.</source>
        <translation>Todavía no hay ninguna fila para elegir.</translation>
    </message>
    <message>
        <source>nothing to choose from yet</source>
        <translation>todavía no hay nada para elegir</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>← Back to the form (Esc)</source>
        <translation>← Volver al formulario (Esc)</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Findings, revisions, checklist or notes</source>
        <translation>Constataciones, revisiones, lista de comprobación o notas</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constataciones</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisiones</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>Opened read-only to review: findings, notes and the checklist can be written, answers cannot be changed. The file itself stays as it is.</source>
        <translation>Abierto solo para examinar: pueden escribirse constataciones, notas y la lista de comprobación; las respuestas no pueden cambiarse. El archivo mismo queda como está.</translation>
    </message>
    <message>
        <source>Write a review file…</source>
        <translation>Escribir un archivo de examen…</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>moved to {where}</source>
        <translation>movido a {where}</translation>
    </message>
    <message>
        <source>passage changed</source>
        <translation>el pasaje cambió</translation>
    </message>
    <message>
        <source>place is gone</source>
        <translation>el lugar ya no existe</translation>
    </message>
</context>
<context>
    <name>Revising</name>
    <message>
        <source>Revision {n} is frozen; save to have it in the file.</source>
        <translation>La revisión {n} está congelada; guarde para tenerla en el archivo.</translation>
    </message>
    <message>
        <source>There is nothing to compare with yet.</source>
        <translation>Todavía no hay nada con que comparar.</translation>
    </message>
    <message>
        <source>Freeze a revision first; what changes later is compared to it.</source>
        <translation>Congele primero una revisión; lo que cambie después se compara con ella.</translation>
    </message>
    <message>
        <source>From {before} to {after}</source>
        <translation>De {before} a {after}</translation>
    </message>
    <message>
        <source>what is on screen</source>
        <translation>lo que hay en pantalla</translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation>revisión {n}</translation>
    </message>
    <message>
        <source>No field is in focus.</source>
        <translation>No hay ningún campo activo.</translation>
    </message>
    <message>
        <source>Put the cursor in the field to restore, then press it again.</source>
        <translation>Ponga el cursor en el campo que quiere restaurar y púlselo de nuevo.</translation>
    </message>
    <message>
        <source>It stands as it did then.</source>
        <translation>Está igual que entonces.</translation>
    </message>
    <message>
        <source>Restored; undo takes it back.</source>
        <translation>Restaurado; puede deshacerse.</translation>
    </message>
</context>
<context>
    <name>RevisionsPanel</name>
    <message>
        <source>What this revision is, for whom</source>
        <translation>Qué es esta revisión y para quién</translation>
    </message>
    <message>
        <source>Note of the revision to freeze</source>
        <translation>Nota de la revisión que se congela</translation>
    </message>
    <message>
        <source>Freeze revision</source>
        <translation>Congelar la revisión</translation>
    </message>
    <message>
        <source>Nothing was frozen yet. Freeze a revision when the project is handed to somebody: it keeps every answer as it stands, with date, person and hash, and what changes later can be compared with it.</source>
        <translation>Todavía no se ha congelado nada. Congele una revisión cuando entregue el proyecto a alguien: conserva cada respuesta tal como está, con fecha, persona y hash, y lo que cambie después puede compararse con ella.</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisiones</translation>
    </message>
    <message>
        <source>Mark of the chosen revision</source>
        <translation>Marca de la revisión elegida</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>Sin marca</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicada</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrada</translation>
    </message>
    <message>
        <source>Compare from</source>
        <translation>Comparar desde</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Restore the field in focus</source>
        <translation>Restaurar el campo activo</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Restore the section shown</source>
        <translation>Restaurar la sección mostrada</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>En pantalla</translation>
    </message>
    <message>
        <source>Put the field in focus back to what it was in the chosen revision</source>
        <translation>Devolver el campo activo a como estaba en la revisión elegida</translation>
    </message>
    <message>
        <source>Put the section shown back to what it was in the chosen revision</source>
        <translation>Devolver la sección mostrada a como estaba en la revisión elegida</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publicada</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registrada</translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation>Revisión {n}</translation>
    </message>
</context>
<context>
    <name>RowButtons</name>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>{column}, row {row}</source>
        <translation>{column}, fila {row}</translation>
    </message>
</context>
<context>
    <name>ScenariosView</name>
    <message>
        <source>Choice to compare</source>
        <translation>Opción que se compara</translation>
    </message>
    <message>
        <source>This methodology leaves no choice open.</source>
        <translation>Esta metodología no deja ninguna opción abierta.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Base de referencia</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Leakage</source>
        <translation>Fugas</translation>
    </message>
    <message>
        <source>Reductions</source>
        <translation>Reducciones</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Totals over the crediting period, {unit}, not rounded</source>
        <translation>Totales del período de acreditación, {unit}, sin redondear</translation>
    </message>
    <message>
        <source> (as chosen)</source>
        <translation> (la elegida)</translation>
    </message>
    <message>
        <source>1 input missing</source>
        <translation>falta 1 dato</translation>
    </message>
    <message>
        <source>{n} inputs missing</source>
        <translation>faltan {n} datos</translation>
    </message>
</context>
<context>
    <name>SectionOverview</name>
    <message>
        <source>{n} to answer</source>
        <translation>{n} por responder</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>completa</translation>
    </message>
</context>
<context>
    <name>SectionPage</name>
    <message>
        <source>This section does not apply.</source>
        <translation>Esta sección no se aplica.</translation>
    </message>
</context>
<context>
    <name>SectionTree</name>
    <message>
        <source>Find a section or field</source>
        <translation>Buscar una sección o un campo</translation>
    </message>
    <message>
        <source>Documents and sections</source>
        <translation>Documentos y secciones</translation>
    </message>
    <message>
        <source>{done} of {all} required answered</source>
        <translation>{done} de {all} obligatorios respondidos</translation>
    </message>
    <message>
        <source>1 finding not closed</source>
        <translation>1 constatación sin cerrar</translation>
    </message>
    <message>
        <source>{n} findings not closed</source>
        <translation>{n} constataciones sin cerrar</translation>
    </message>
</context>
<context>
    <name>SensitivityView</name>
    <message>
        <source>Change of each input</source>
        <translation>Variación de cada dato</translation>
    </message>
    <message>
        <source>Each input alone, with all its rows and years</source>
        <translation>Cada dato por separado, con todas sus filas y años</translation>
    </message>
    <message>
        <source>When all years are calculated, each input can be varied here.</source>
        <translation>Cuando estén calculados todos los años, aquí puede variarse cada dato.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Dato de entrada</translation>
    </message>
    <message>
        <source>less {share}</source>
        <translation>menos {share}</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>como está</translation>
    </message>
    <message>
        <source>more {share}</source>
        <translation>más {share}</translation>
    </message>
    <message>
        <source>Without effect: {names}.</source>
        <translation>Sin efecto: {names}.</translation>
    </message>
    <message>
        <source>Reductions over the crediting period, {unit}, not rounded</source>
        <translation>Reducciones del período de acreditación, {unit}, sin redondear</translation>
    </message>
    <message>
        <source>No input moves the result.</source>
        <translation>Ningún dato cambia el resultado.</translation>
    </message>
</context>
<context>
    <name>SharedFiles</name>
    <message>
        <source>Write a review file</source>
        <translation>Escribir un archivo de examen</translation>
    </message>
    <message>
        <source>Review file</source>
        <translation>Archivo de examen</translation>
    </message>
    <message>
        <source>Written to {file}; private findings stay here.</source>
        <translation>Escrito en {file}; las constataciones privadas se quedan aquí.</translation>
    </message>
    <message>
        <source>Review file (*{suffix})</source>
        <translation>Archivo de examen (*{suffix})</translation>
    </message>
    <message>
        <source>Take in a review file</source>
        <translation>Incorporar un archivo de examen</translation>
    </message>
    <message>
        <source>1 finding is new.</source>
        <translation>1 constatación es nueva.</translation>
    </message>
    <message>
        <source>{n} findings are new.</source>
        <translation>{n} constataciones son nuevas.</translation>
    </message>
    <message>
        <source>1 round is new.</source>
        <translation>1 ronda es nueva.</translation>
    </message>
    <message>
        <source>{n} rounds are new.</source>
        <translation>{n} rondas son nuevas.</translation>
    </message>
    <message>
        <source>1 change was taken in.</source>
        <translation>Se incorporó 1 cambio.</translation>
    </message>
    <message>
        <source>{n} changes were taken in.</source>
        <translation>Se incorporaron {n} cambios.</translation>
    </message>
    <message>
        <source>The review was written about {state}.</source>
        <translation>El examen se escribió sobre {state}.</translation>
    </message>
    <message>
        <source>It was written about a state that is not known here: places may have moved.</source>
        <translation>Se escribió sobre un estado que aquí no se conoce: los lugares pueden haberse movido.</translation>
    </message>
    <message>
        <source>Several findings are called {name}; they are kept apart.</source>
        <translation>Varias constataciones se llaman {name}; se mantienen separadas.</translation>
    </message>
    <message>
        <source>1 place was not taken in</source>
        <translation>1 lugar no se incorporó</translation>
    </message>
    <message>
        <source>{n} places were not taken in</source>
        <translation>{n} lugares no se incorporaron</translation>
    </message>
    <message>
        <source>The review of {by}</source>
        <translation>El examen de {by}</translation>
    </message>
    <message>
        <source>Write a public edition</source>
        <translation>Escribir una edición pública</translation>
    </message>
    <message>
        <source>Cerulean project</source>
        <translation>Proyecto de Cerulean</translation>
    </message>
    <message>
        <source>1 answer with personal data is withheld.</source>
        <translation>Se omite 1 respuesta con datos personales.</translation>
    </message>
    <message>
        <source>{n} answers with personal data are withheld.</source>
        <translation>Se omiten {n} respuestas con datos personales.</translation>
    </message>
    <message>
        <source>Read before you publish</source>
        <translation>Lea antes de publicar</translation>
    </message>
    <message>
        <source>A withheld name or number still stands in the text at:</source>
        <translation>Un nombre o número omitido aparece todavía en el texto en:</translation>
    </message>
    <message>
        <source>Public edition</source>
        <translation>Edición pública</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 respuesta</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>{n} respuestas</translation>
    </message>
    <message>
        <source>No document was taken out</source>
        <translation>No se quitó ningún documento</translation>
    </message>
    <message>
        <source>{name} is in the project again; undo takes it out.</source>
        <translation>{name} vuelve a estar en el proyecto; puede deshacerse.</translation>
    </message>
    <message>
        <source>No later form takes over this one</source>
        <translation>Ningún formulario posterior sustituye a este</translation>
    </message>
    <message>
        <source>{carried} answers were carried over, {lost} found no place and are kept aside, {new} places are new. This is a new project; the file before is as it was.</source>
        <translation>Se pasaron {carried} respuestas, {lost} no encontraron lugar y se guardan aparte, {new} lugares son nuevos. Este es un proyecto nuevo; el archivo anterior queda como estaba.</translation>
    </message>
    <message>
        <source>Found no place</source>
        <translation>Sin lugar</translation>
    </message>
    <message>
        <source>Look at these: a part may belong elsewhere</source>
        <translation>Mire estas: una parte puede corresponder a otro lugar</translation>
    </message>
    <message>
        <source>Carried over to {form}</source>
        <translation>Pasado a {form}</translation>
    </message>
    <message>
        <source>No backups: they are kept at each save</source>
        <translation>Sin copias de seguridad: se hacen cada vez que se guarda</translation>
    </message>
    <message>
        <source>The state of {when} is on screen and not saved; undo takes it back.</source>
        <translation>El estado del {when} está en pantalla y sin guardar; puede deshacerse.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Search by what it does, or by its keys</source>
        <translation>Buscar por lo que hace o por sus teclas</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atajos</translation>
    </message>
    <message>
        <source>No shortcut says this.</source>
        <translation>Ningún atajo coincide.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>SiteFiles</name>
    <message>
        <source>Places on a map (*.kml *.kmz *.geojson *.json)</source>
        <translation>Lugares en un mapa (*.kml *.kmz *.geojson *.json)</translation>
    </message>
    <message>
        <source>Import places from KML or GeoJSON</source>
        <translation>Importar lugares de KML o GeoJSON</translation>
    </message>
    <message>
        <source>1 place was added.</source>
        <translation>Se añadió 1 lugar.</translation>
    </message>
    <message>
        <source>{n} places were added.</source>
        <translation>Se añadieron {n} lugares.</translation>
    </message>
    <message>
        <source>Undo takes them all back.</source>
        <translation>Deshacer los retira todos.</translation>
    </message>
</context>
<context>
    <name>StepTree</name>
    <message>
        <source>Working</source>
        <translation>Cálculo</translation>
    </message>
</context>
<context>
    <name>TableEditor</name>
    <message>
        <source>Import KML or GeoJSON</source>
        <translation>Importar KML o GeoJSON</translation>
    </message>
    <message>
        <source>Import CSV or XLSX</source>
        <translation>Importar CSV o XLSX</translation>
    </message>
    <message>
        <source>Add row (Alt+Insert)</source>
        <translation>Añadir fila (Alt+Insert)</translation>
    </message>
    <message>
        <source>Remove row (Alt+Delete)</source>
        <translation>Quitar fila (Alt+Delete)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Subir (Alt+Up)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Bajar (Alt+Down)</translation>
    </message>
    <message>
        <source>Copy (Ctrl+C)</source>
        <translation>Copiar (Ctrl+C)</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Pegar (Ctrl+V)</translation>
    </message>
    <message>
        <source>Fill down (Ctrl+D)</source>
        <translation>Rellenar hacia abajo (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Document shown</source>
        <translation>Documento mostrado</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Stage: decides which rules are errors now</source>
        <translation>Etapa: decide qué reglas son errores ahora</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source> Print</source>
        <translation> Imprimir</translation>
    </message>
    <message>
        <source>Project without a title</source>
        <translation>Proyecto sin título</translation>
    </message>
    <message>
        <source>Stage not chosen</source>
        <translation>Etapa sin elegir</translation>
    </message>
</context>
<context>
    <name>Tornado</name>
    <message>
        <source>Tornado chart</source>
        <translation>Gráfico de tornado</translation>
    </message>
    <message>
        <source>as it is: {value}</source>
        <translation>como está: {value}</translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message>
        <source>← {title}</source>
        <translation>← {title}</translation>
    </message>
    <message>
        <source>{title} →</source>
        <translation>{title} →</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Cerulean</source>
        <translation>Cerulean</translation>
    </message>
    <message>
        <source>Project dossiers, prepared, checked and printed on this computer alone.</source>
        <translation>Expedientes de proyectos, preparados, comprobados e impresos solo en este equipo.</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>Abrir un proyecto…</translation>
    </message>
    <message>
        <source>Library of projects</source>
        <translation>Biblioteca de proyectos</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Projects that you open or save will be listed here.</source>
        <translation>Aquí aparecerán los proyectos que abra o guarde.</translation>
    </message>
    <message>
        <source>Samples: complete projects to look at and to change</source>
        <translation>Ejemplos: proyectos completos para ver y modificar</translation>
    </message>
    <message>
        <source>not there any more: {folder}</source>
        <translation>ya no está: {folder}</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>What if</source>
        <translation>Qué pasaría si</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Other choices</source>
        <translation>Otras opciones</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
</context>
<context>
    <name>WhichStrip</name>
    <message>
        <source>It means {meaning}</source>
        <translation>Significa {meaning}</translation>
    </message>
</context>
<context>
    <name>WideTableEditor</name>
    <message>
        <source>Show as records (Ctrl+T)</source>
        <translation>Mostrar como fichas (Ctrl+T)</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>Mostrar como tabla (Ctrl+T)</translation>
    </message>
</context>
<context>
    <name>WorkingPanel</name>
    <message>
        <source>Figure to explain</source>
        <translation>Cifra que se explica</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>No figure is worked out yet. Apply a methodology and give its inputs; then every number explains itself here.</source>
        <translation>Todavía no hay ninguna cifra calculada. Aplique una metodología e introduzca sus datos; entonces cada número se explica aquí.</translation>
    </message>
    <message>
        <source>Of {name}. Worked out too by: {others}</source>
        <translation>De {name}. También lo calcula: {others}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
</context>
<context>
    <name>_Hits</name>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>_ProblemModel</name>
    <message>
        <source>Justified: {}</source>
        <translation>Justificado: {}</translation>
    </message>
    <message>
        <source>Submission checks: errors must be mended before submission</source>
        <translation>Comprobaciones de presentación: los errores deben corregirse antes de presentar</translation>
    </message>
    <message>
        <source>Quality checks: mend or explain; none of them holds the dossier back</source>
        <translation>Comprobaciones de calidad: corrija o explique; ninguna detiene el expediente</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Justificado</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
</context>
<context>
    <name>_View</name>
    <message>
        <source>Working it out …</source>
        <translation>Calculando …</translation>
    </message>
</context>
<context>
    <name>choice</name>
    <message>
        <source>type to search</source>
        <translation>escriba para buscar</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>read</source>
        <translation>leído</translation>
    </message>
    <message>
        <source>read in part</source>
        <translation>leído en parte</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>sin verificar</translation>
    </message>
    <message>
        <source>The official text was read.</source>
        <translation>Se leyó el texto oficial.</translation>
    </message>
    <message>
        <source>The official text was read in part. What was not seen is said below; compare it before use.</source>
        <translation>El texto oficial se leyó en parte. Abajo se indica lo que no se vio; compárelo antes de usarlo.</translation>
    </message>
    <message>
        <source>Unverified: the official text could not be read. Compare every equation with it before use; the dossier prints a warning.</source>
        <translation>Sin verificar: no se pudo leer el texto oficial. Compare con él cada ecuación antes de usarla; el expediente imprime una advertencia.</translation>
    </message>
</context>
</TS>
